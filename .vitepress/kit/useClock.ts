import { onBeforeUnmount, ref, watch } from 'vue';
import type { Ref } from 'vue';

/** Milliseconds since `running` became true, told ten times a second; it stands still afterwards. */
export function useClock(running: () => boolean): Readonly<Ref<number>> {
  const elapsed = ref(0);
  let start = 0;
  let timer: ReturnType<typeof setInterval> | undefined;
  const read = (): void => {
    elapsed.value = performance.now() - start;
  };
  watch(running, (now) => {
    clearInterval(timer);
    if (now) {
      start = performance.now();
      elapsed.value = 0;
      timer = setInterval(read, 100);
    } else if (start > 0) read();
  });
  onBeforeUnmount(() => clearInterval(timer));
  return elapsed;
}
