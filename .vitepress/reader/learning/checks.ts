// The check of an exercise as a component. Each chapter's answers are computed in a chunk of their own.
import { h } from 'vue';
import type { Component } from 'vue';
import { bySlug } from '../../run/bySlug.ts';
import type { Exercise } from './exercise.ts';
import ExerciseCheck from './ExerciseCheck.vue';
import { placeOf } from './list.ts';

const loaders = bySlug(
  import.meta.glob<Readonly<Record<string, Exercise>>>('../../chapters/[a-z]*/exercises.ts', {
    import: 'exercises',
  }),
);

export async function checkOf(id: string): Promise<Component> {
  const { chapter, number } = placeOf(id);
  if (!Object.hasOwn(loaders, chapter)) throw new Error(`no chapter has an exercise ${id}`);
  const exercise = (await loaders[chapter]())[id];
  if (!exercise) throw new Error(`there is no check for the exercise ${id}`);
  return () => h(ExerciseCheck, { id, number, exercise });
}
