import { onBeforeUnmount, ref, shallowRef } from 'vue';
import type { Ref, ShallowRef } from 'vue';
import type { LogPicture } from '../../kit/logPicture.ts';
import type { DrawnLog, LogWish } from './data.worker.ts';

/** Follows the sliders of the data chapter: a worker draws, and of several wishes the newest wins. */
export function useLogPicture(initial: LogPicture): {
  picture: ShallowRef<LogPicture>;
  /** What the picture shown was drawn from, and how long that took. */
  drawn: ShallowRef<{ readonly wish: LogWish; readonly ms: number }>;
  state: Ref<'printed' | 'drawing' | 'drawn' | 'failed'>;
  draw: (wish: LogWish) => void;
} {
  const picture = shallowRef(initial);
  const state = ref<'printed' | 'drawing' | 'drawn' | 'failed'>('printed');
  let worker: Worker | undefined;
  let asked: LogWish = { options: {}, order: initial.matrix.order };
  const drawn = shallowRef<{ wish: LogWish; ms: number }>({ wish: asked, ms: 0 });
  let wished: LogWish | undefined;

  function draw(wish: LogWish): void {
    wished = wish;
    if (state.value !== 'drawing') next();
  }

  function next(): void {
    const wish = wished;
    wished = undefined;
    if (!wish) return;
    state.value = 'drawing';
    asked = wish;
    try {
      worker ??= start();
      worker.postMessage(wish);
    } catch {
      fail();
    }
  }

  function start(): Worker {
    // In one expression: that is how the build knows a worker.
    const started = new Worker(new URL('./data.worker.ts', import.meta.url), {
      type: 'module',
    });
    started.onmessage = ({ data }: MessageEvent<DrawnLog>) => {
      picture.value = data.picture;
      drawn.value = { wish: asked, ms: data.ms };
      state.value = 'drawn';
      next();
    };
    started.onerror = (event) => {
      event.preventDefault();
      fail();
    };
    return started;
  }

  /** The next move of a slider begins anew. */
  function fail(): void {
    worker?.terminate();
    worker = undefined;
    state.value = 'failed';
  }

  onBeforeUnmount(() => worker?.terminate());
  return { picture, drawn, state, draw };
}
