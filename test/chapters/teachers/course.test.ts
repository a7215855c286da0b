// The plan of a course holds the book as it is: whatever is added to the one is in the other.
import { describe, expect, test } from 'vitest';
import { courseOf } from '../../../.vitepress/chapters/teachers/course.data.ts';
import { weeks } from '../../../.vitepress/chapters/teachers/weeks.ts';
import { chapters, linkOf, type Chapter } from '../../../.vitepress/chapters.ts';

const numbered = chapters.filter(({ number }) => number !== undefined);
const course = courseOf();

test('ten weeks have every numbered chapter once, in the order of the book', () => {
  expect(course.length).toBe(10);
  const planned = course.flatMap((week) => week.chapters.map(({ id }) => id));
  expect(planned).toEqual(numbered.map(({ id }) => id));
  expect(new Set(course.map(({ title }) => title)).size).toBe(course.length);
});

test.for(numbered)('$title says what its reader can do', (chapter) => {
  expect(chapter.aims?.length, `aims in ${chapter.id}/chapter.json`).toBeGreaterThan(0);
  for (const aim of chapter.aims ?? []) expect(aim).toMatch(/^\p{Ll}.*[^.;\s]$/u);
});

test('what goes with a week leads to a page of the book', () => {
  const known = chapters.map(linkOf);
  for (const { also } of course) for (const { link } of also) expect(known).toContain(link);
  const helped = course.flatMap(({ help }) => help?.link.split('#')[0] ?? []);
  expect(helped.length).toBeGreaterThan(0);
  for (const link of helped) expect(known).toContain(link);
});

test('a chapter that is new falls into the week of the one before it', () => {
  const place = chapters.findIndex(({ id }) => id === 'ease');
  const more: Chapter = { ...chapters[place], id: 'slim', file: 'models/slim.md', title: 'SLIM' };
  const longer = courseOf([...chapters.slice(0, place + 1), more, ...chapters.slice(place + 1)]);
  const week = longer.find((one) => one.chapters.some(({ id }) => id === 'slim'));
  expect(week?.chapters.map(({ id }) => id)).toEqual(['item-item-cf', 'ease', 'slim']);
});

describe('a plan that the book does not fit is refused:', () => {
  const without = (id: string) => chapters.filter((chapter) => chapter.id !== id);

  test('a chapter that is no more', () => {
    expect(() => courseOf(without('bpr'))).toThrow('weeks.ts: bpr is no numbered chapter');
  });
  test('a page that is no more', () => {
    expect(() => courseOf(without('claims'))).toThrow('weeks.ts: claims is no page of the book');
  });
  test('another order', () => {
    const [first, second, ...rest] = chapters;
    expect(() => courseOf([second, first, ...rest])).toThrow(/does not come after the week before/);
  });
  test('a chapter before the first week', () => {
    const first: Chapter = { ...chapters[0], id: 'foreword' };
    expect(() => courseOf([first, ...chapters])).toThrow('weeks.ts: foreword is in no week');
  });
});

test('no week is without something to do', () => {
  for (const { inClass, atHome } of weeks) {
    for (const text of [inClass, atHome]) expect(text).toMatch(/^[A-Z].{30,}[.?]$/);
  }
});
