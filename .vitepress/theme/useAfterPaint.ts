import { onBeforeUnmount, shallowRef, toValue, watch } from 'vue';
import type { MaybeRefOrGetter, ShallowRef } from 'vue';

/** Calls back when the next picture of the page has been drawn. A page that nobody sees draws none. */
function afterPaint(then: () => void): void {
  if (document.hidden) then();
  else requestAnimationFrame(() => setTimeout(then));
}

/**
 * What `source` was when the page was last drawn: a large picture follows it one frame later, so that the
 * control under the reader's finger answers first. What comes in between is left out.
 */
export function useAfterPaint<T>(source: MaybeRefOrGetter<T>): Readonly<ShallowRef<T>> {
  const drawn = shallowRef(toValue(source));
  let waits = false;
  let isOver = false;
  watch(
    () => toValue(source),
    () => {
      if (waits) return;
      waits = true;
      afterPaint(() => {
        waits = false;
        if (!isOver) drawn.value = toValue(source);
      });
    },
  );
  onBeforeUnmount(() => {
    isOver = true;
  });
  return drawn;
}
