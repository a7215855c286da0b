import { onBeforeUnmount, shallowRef, toValue, watch } from 'vue';
import type { MaybeRefOrGetter, ShallowRef } from 'vue';
import { nextPaint } from './nextPaint.ts';

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
      void nextPaint().then(() => {
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
