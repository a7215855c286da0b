// The check of an exercise as a component. Each chapter's answers are computed in a chunk of their own.
import { h } from 'vue';
import type { Component } from 'vue';
import type { Exercise } from './exercise.ts';
import ExerciseCheck from './ExerciseCheck.vue';
import { placeOf } from './list.ts';
import type { ExerciseChapter } from './list.ts';

const loaders: Readonly<
  Record<ExerciseChapter, () => Promise<{ exercises: Readonly<Record<string, Exercise>> }>>
> = {
  start: () => import('./exercises/start.ts'),
  data: () => import('./exercises/data.ts'),
  evaluation: () => import('./exercises/evaluation.ts'),
  random: () => import('./exercises/random.ts'),
  popularity: () => import('./exercises/popularity.ts'),
  trending: () => import('./exercises/trending.ts'),
  'content-based': () => import('./exercises/content-based.ts'),
  'item-item-cf': () => import('./exercises/item-item-cf.ts'),
  'implicit-als': () => import('./exercises/implicit-als.ts'),
  bpr: () => import('./exercises/bpr.ts'),
  leaderboard: () => import('./exercises/leaderboard.ts'),
};

export async function checkOf(id: string): Promise<Component> {
  const { chapter, number } = placeOf(id);
  const exercise = (await loaders[chapter]()).exercises[id];
  if (!exercise) throw new Error(`there is no check for the exercise ${id}`);
  return () => h(ExerciseCheck, { id, number, exercise });
}
