import { expect, test } from 'vitest';
import {
  countsOf,
  draws,
  items,
  mostDraws,
  openGenerator,
  takes,
} from '../../../.vitepress/chapters/data/generator.ts';
import { people } from '../../../.vitepress/kit/paperNames.ts';

const [ada, , , dan, eve] = people.keys();

test('with popularity alone and tastes as they are, Ada takes A with 0.324 of 0.696', () => {
  // Tastes 0.9, 0.6, 0.5 times 0.36, 0.06 | 0.24, 0.04 | 0.18, 0.12.
  const { lines, total } = openGenerator(ada, 1, 1);
  const masses = [0.324, 0.054, 0.144, 0.024, 0.09, 0.06];
  lines.forEach(({ mass }, i) => expect(mass).toBeCloseTo(masses[i], 12));
  expect(total).toBeCloseTo(0.696, 12);
  lines.forEach(({ chance }, i) => expect(chance).toBeCloseTo(masses[i] / 0.696, 12));
});

test('the weight is 0.8 · 0.36 + 0.2 / 6 for item A, and the taste 0.9 to the power 2.5', () => {
  const [a, b] = openGenerator(ada, 0.8, 2.5).lines;
  expect(a.weight).toBeCloseTo(0.288 + 0.2 / 6, 12);
  expect(a.taste).toBeCloseTo(0.9 * 0.9 * Math.sqrt(0.9), 12);
  expect(b.taste).toBe(a.taste);
});

test('a draw lands on the item in whose stretch it lies', () => {
  // The stretches end at 0.4655, 0.5431, 0.75, 0.7845, 0.9138 and 1.
  const { itemAt } = openGenerator(ada, 1, 1);
  const letters = [0, 0.465, 0.47, 0.6, 0.76, 0.8, 0.92, 0.999].map((r) => items[itemAt(r)]);
  expect(letters.join('')).toBe('AABCDEFF');
});

test('every draw, at any setting, lands where the stretches of the table say', () => {
  for (const person of people.keys()) {
    for (const w of [0, 0.35, 1]) {
      for (const power of [0, 2.5, 8]) {
        const { lines, itemAt } = openGenerator(person, w, power);
        expect(lines.reduce((sum, { chance }) => sum + chance, 0)).toBeCloseTo(1, 12);
        for (const { item, from, chance } of lines) {
          for (const part of [0.001, 0.5, 0.999]) expect(itemAt(from + part * chance)).toBe(item);
        }
      }
    }
  }
});

test('without popularity and taste all six items are equally likely', () => {
  for (const { chance } of openGenerator(eve, 0, 0).lines) expect(chance).toBeCloseTo(1 / 6, 12);
});

test('no power makes Dan prefer a genre, and every power makes Eve’s favourite longer', () => {
  const shares = (person: number, power: number) =>
    openGenerator(person, 0.8, power).lines.map(({ chance }) => chance);
  shares(dan, 8).forEach((chance, i) => expect(chance).toBeCloseTo(shares(dan, 0)[i], 12));
  const favourite = [0, 1, 2, 4, 8].map((power) => shares(eve, power)[4] + shares(eve, power)[5]);
  expect(favourite).toEqual(favourite.toSorted((a, b) => a - b));
});

test('the first meeting of an item counts 1, and repeats count on', () => {
  const world = openGenerator(ada, 1, 1);
  const drawn = takes(world, [0.1, 0.5, 0.2, 0.3]);
  expect(drawn.map(({ item, times }) => `${items[item]}${times}`)).toEqual([
    'A1',
    'B1',
    'A2',
    'A3',
  ]);
  expect(countsOf(drawn)).toEqual([3, 1, 0, 0, 0, 0]);
});

test('a hundred draws come near the chances, and everyone has draws of their own', () => {
  expect(new Set(draws.map(([first]) => first)).size).toBe(people.length);
  people.forEach((_, person) => {
    const world = openGenerator(person, 0.8, 2.5);
    const counts = countsOf(takes(world, draws[person]));
    world.lines.forEach(({ chance }, i) => {
      const spread = Math.sqrt((chance * (1 - chance)) / mostDraws);
      expect(Math.abs(counts[i] / mostDraws - chance)).toBeLessThan(4 * spread);
    });
  });
});
