// What the device has kept of a reader's progress, whatever somebody has made of it since.
import { keptText } from '../../kit/device.ts';
import { progressKey } from './key.ts';

export interface Progress {
  /** Ids of the exercises that were solved. */
  solved: string[];
  /** What was predicted: by the id of the question, the place of the answer. */
  said: Record<string, number>;
}

const isText = (value: unknown): value is string => typeof value === 'string';

export function readProgress(text: string | null): Progress {
  try {
    const { solved, said } = (JSON.parse(text ?? '') ?? {}) as Record<string, unknown>;
    const places = Object.entries((said ?? {}) as object).filter(
      (entry): entry is [string, number] => Number.isInteger(entry[1]),
    );
    return {
      solved: Array.isArray(solved) ? [...new Set(solved.filter(isText))] : [],
      said: Object.fromEntries(places),
    };
  } catch {
    return { solved: [], said: {} };
  }
}

export const keptProgress = (): Progress => readProgress(keptText(progressKey));
