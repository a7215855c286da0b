// The picture at the head of the chapter: the readers of one book, parted by whether they have another.
import { splitReaders } from './byHand.ts';

const [A, B, D] = [0, 1, 3];

export interface EaseExample {
  readonly given: number;
  readonly by: number;
  readonly target: number;
  /** First those who have both books. */
  readonly groups: ReturnType<typeof splitReaders>;
}

export const makeExample = (): EaseExample => ({
  given: A,
  by: B,
  target: D,
  groups: splitReaders(A, B, D),
});
