// What the reader has solved and predicted: kept on their device, and sent nowhere. Where a browser keeps
// nothing, it lasts as long as the visit.
import { reactive, readonly } from 'vue';
import { forgetText, keepText } from '../../kit/device.ts';
import { loadScript } from '../../kit/loadScript.ts';
import { progressKey } from './key.ts';
import { forgetOwnModel } from '../editor/ownModel.ts';
import { keptProgress } from './kept.ts';
import { forgetPlace } from './place.ts';
import type { Progress } from './kept.ts';

const progress = reactive<Progress>({ solved: [], said: {} });
let isRead = false;

function read(): void {
  Object.assign(progress, keptProgress());
}

function keep(): void {
  const isEmpty = progress.solved.length === 0 && Object.keys(progress.said).length === 0;
  if (isEmpty) forgetText(progressKey);
  else keepText(progressKey, JSON.stringify(progress));
  void loadScript(() => import('./marks.ts')).then(({ default: mark }) => mark(progress.solved));
}

/** To be asked once a component is mounted: the printed page knows of no reader. */
export function useProgress(): Readonly<Progress> {
  if (!isRead) {
    isRead = true;
    read();
    // Another window of the same book.
    addEventListener('storage', ({ key }) => {
      if (key === progressKey || key === null) read();
    });
  }
  return readonly(progress) as Readonly<Progress>;
}

export function solve(id: string): void {
  if (useProgress().solved.includes(id)) return;
  progress.solved.push(id);
  keep();
}

export function predict(id: string, place: number): void {
  useProgress();
  progress.said[id] = place;
  keep();
}

/** Adds what was solved and predicted elsewhere. What is here already stays as it is. */
export function takeIn(more: Progress): void {
  useProgress();
  progress.solved = [...new Set([...progress.solved, ...more.solved])];
  progress.said = { ...more.said, ...progress.said };
  keep();
}

/** Forgets these exercises and predictions; without names, all of them, where the reader was, and their own model. */
export function forget(ids?: readonly string[]): void {
  useProgress();
  if (!ids) {
    forgetPlace();
    forgetOwnModel();
  }
  progress.solved = ids ? progress.solved.filter((id) => !ids.includes(id)) : [];
  progress.said = ids
    ? Object.fromEntries(Object.entries(progress.said).filter(([id]) => !ids.includes(id)))
    : {};
  keep();
}
