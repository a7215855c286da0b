// A table of buttons that is one stop of the Tab key: arrow keys go from cell to cell.
import { ref } from 'vue';

export type Place = readonly [row: number, column: number];

const steps: Readonly<Record<string, Place>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** The next cell in that direction that may be entered; the same one at the edge. */
export function nextPlace(
  [row, column]: Place,
  key: string,
  mayEnter: (place: Place) => boolean,
  size: Place,
): Place {
  const step = steps[key];
  if (!step) return [row, column];
  let [r, c] = [row + step[0], column + step[1]];
  while (r >= 0 && r < size[0] && c >= 0 && c < size[1]) {
    if (mayEnter([r, c])) return [r, c];
    [r, c] = [r + step[0], c + step[1]];
  }
  return [row, column];
}

/**
 * For buttons with `data-cell="row,column"` in a table that listens to `keydown` and `focusin`.
 * @param first the cell that Tab enters at first
 */
export function useRoving(
  size: Place,
  first: Place,
  mayEnter: (place: Place) => boolean = () => true,
) {
  const at = ref<Place>(first);
  const isAt = (row: number, column: number) => at.value[0] === row && at.value[1] === column;
  return {
    tabindex: (row: number, column: number) => (isAt(row, column) ? 0 : -1),
    onFocusin(event: FocusEvent): void {
      const cell = (event.target as Element).getAttribute('data-cell');
      if (cell) at.value = cell.split(',').map(Number) as unknown as Place;
    },
    onKeydown(event: KeyboardEvent): void {
      if (!(event.key in steps) || !(event.target as Element).hasAttribute('data-cell')) return;
      event.preventDefault();
      const [row, column] = nextPlace(at.value, event.key, mayEnter, size);
      const table = event.currentTarget as Element;
      table.querySelector<HTMLElement>(`[data-cell="${row},${column}"]`)?.focus();
    },
  };
}
