// Which questions of the book have been answered: until then, what tells their answer is closed. The device keeps
// their ids; where it keeps nothing, a question is closed again at the next visit.
import { computed, onMounted, reactive, ref, watch } from 'vue';
import type { ComputedRef } from 'vue';
import { keepText, keptText } from '../../kit/device.ts';

export const openKey = 'recommendation-book-open';

/** The questions that a chapter asks beside its own, which has the chapter's name. */
export const furtherQuestions: readonly string[] = [
  'evaluation-metric',
  'laboratory-split',
  'laboratory-time',
  'laboratory-cut',
  'laboratory-users',
  'laboratory-sampled',
  'leaderboard-seeds',
  'leaderboard-worlds',
  'leaderboard-map',
  'leaderboard-ties',
  'popularity-coverage',
  'popularity-lists',
  'random-swarm',
  'bpr-negatives',
  'making-it-fast-growth',
  'item-item-cf-neighbours',
  'trending-fashions',
  'content-based-book',
  'content-based-taste',
];

/** All that a chapter asks outside of its exercises. */
export const questionsOf = (chapter: string): string[] => [
  chapter,
  ...furtherQuestions.filter((id) => id.startsWith(`${chapter}-`)),
];

const opened = reactive(new Set<string>());
let isRead = false;

/** The ids in what the device has kept, whatever somebody has made of it since. */
export function readOpened(text: string | null): string[] {
  try {
    const ids: unknown = JSON.parse(text ?? '');
    return Array.isArray(ids) ? ids.filter((id): id is string => typeof id === 'string') : [];
  } catch {
    return [];
  }
}

function read(): void {
  if (isRead) return;
  isRead = true;
  for (const id of readOpened(keptText(openKey))) opened.add(id);
}

/** To be asked once a page is alive: the printed page knows of no reader. */
export function isOpen(id: string): boolean {
  read();
  return opened.has(id);
}

/** How many are answered: it grows with each. */
export const openedCount = computed(() => opened.size);

/** The ids of those that are answered. */
export function openedIds(): string[] {
  read();
  return [...opened];
}

/** What tells the answer of this question may be seen from now on. */
export function openAnswer(id: string): void {
  if (isOpen(id)) return;
  opened.add(id);
  keepText(openKey, JSON.stringify([...opened]));
}

/**
 * Whether what tells the answer is still closed: on the printed page, and until the question is answered or put aside.
 * @param isAnswered a run has told the answer; without it nothing has to run
 */
export function useClosed(id: string, isAnswered = () => false): ComputedRef<boolean> {
  const isAlive = ref(false);
  onMounted(() => {
    isAlive.value = true;
  });
  watch(isAnswered, (now) => {
    if (now) openAnswer(id);
  });
  return computed(() => !(isAlive.value && isOpen(id)));
}
