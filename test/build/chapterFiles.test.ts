// What chapters say in their folders: read, checked, put in order, and refused with the name of the file.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readChapter, readChapters } from '../../.vitepress/build/chapterFiles.ts';
import type { ChapterText } from '../../.vitepress/build/chapterFiles.ts';
import { chapters, inOrder, parts } from '../../.vitepress/chapters.ts';
import { families, marks } from '../../.vitepress/kit/marks.ts';
import { isModelId, styleOf } from '../../.vitepress/kit/modelStyle.ts';
import { tunedId } from '../../code/evaluation/tuned.ts';
import { models } from '../../code/models.ts';

const plain = { part: 'Ground', place: 10, title: 'A', question: 'B?', line: 'C.' };
const production = { stays: 'D', changes: 'E' };

/** One that goes with the test. */
function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'chapter-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** A folder with these files, as JSON or as they stand. */
function folderOf(files: Readonly<Record<string, unknown>>): string {
  const folder = join(emptyFolder(), 'some-chapter');
  mkdirSync(folder);
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(
      join(folder, name),
      typeof content === 'string' ? content : JSON.stringify(content),
    );
  }
  return folder;
}

const text = (id: string, more: Partial<ChapterText> = {}): ChapterText => ({
  ...plain,
  id,
  ...more,
});

test('a chapter has the name of its folder, and a mark when it is about a model', () => {
  const mark = { family: 'factors', mark: 'star' };
  expect(readChapter(folderOf({ 'chapter.json': plain }))).toEqual({
    id: 'some-chapter',
    ...plain,
  });
  const files = { 'chapter.json': { ...plain, production }, 'mark.json': mark };
  expect(readChapter(folderOf(files))).toMatchObject({ mark, production });
});

test.for([
  [{}, /chapter\.json/],
  [{ 'chapter.json': '{' }, /chapter\.json: .*JSON/],
  [{ 'chapter.json': { ...plain, title: '' } }, /chapter\.json: title must be a text, got ""/],
  [{ 'chapter.json': { ...plain, place: 1.5 } }, /place must be a whole number above 0, got 1\.5/],
  [{ 'chapter.json': { ...plain, exercises: -1 } }, /exercises must be a whole number/],
  [{ 'chapter.json': { ...plain, titel: 'A' } }, /there is no field titel/],
  [
    { 'chapter.json': plain, 'mark.json': { family: 'factors', mark: 'star' } },
    /chapter\.json: production must be an object of two texts/,
  ],
  [
    { 'chapter.json': { ...plain, production }, 'mark.json': { family: 'x', mark: 'star' } },
    /mark\.json: family must be one of baselines, .*, got "x"/,
  ],
  [
    { 'chapter.json': { ...plain, production }, 'mark.json': { family: 'factors', mark: 'x' } },
    /mark\.json: mark must be one of circle, .*, got "x"/,
  ],
] as const)('%j is refused with the name of the file', ([files, message]) => {
  expect(() => readChapter(folderOf(files))).toThrow(message);
});

test('the cover and the template are no chapters', () => {
  const root = emptyFolder();
  for (const name of ['index', '_template', 'one']) {
    mkdirSync(join(root, name));
    writeFileSync(join(root, name, 'chapter.json'), JSON.stringify(plain));
  }
  expect(readChapters(root).map(({ id }) => id)).toEqual(['one']);
});

test('chapters stand by part and place, numbered through, and the back matter is not', () => {
  const ordered = inOrder([
    text('c', { part: 'Back matter' }),
    text('b', { place: 20 }),
    text('d', { part: 'Factors', line: 'All {models}.' }),
    text('a'),
  ]);
  const all = ordered.flatMap((part) => part.chapters);
  expect(all.map(({ id, number }) => [id, number])).toEqual([
    ['a', 1],
    ['b', 2],
    ['d', 3],
    ['c', undefined],
  ]);
  expect(all[2].line).toBe('All no.');
});

test('an unknown part, a place and a mark that are taken are refused', () => {
  expect(() => inOrder([text('a', { part: 'Grund' })])).toThrow(/a\/chapter\.json: part must be/);
  expect(() => inOrder([text('a'), text('b')])).toThrow(/place 10 is taken twice/);
  const mark = { family: 'factors', mark: 'star' } as const;
  expect(() => inOrder([text('a', { mark }), text('b', { place: 20, mark })])).toThrow(
    /b\/mark\.json: the star of the factors is the mark of a already/,
  );
});

test('the catalogue and the book have the models in one order', () => {
  const own = chapters.filter(({ mark }) => mark).map(({ id }) => id);
  expect(own).toEqual(models.map(({ id }) => id));
  expect(parts.map(({ chapters: members }) => members.length > 0)).not.toContain(false);
});

test('every model has a look, another setting of one has a hole in it, and nothing else has any', () => {
  for (const { id } of models) {
    const { mark, tone, colour, family } = styleOf(id);
    expect(isModelId(id)).toBe(true);
    expect(families).toContain(family);
    expect([tone, colour]).toEqual([`tone-${family}`, `var(--family-${family})`]);
    expect(mark).toMatch(/^M[-\d .a-zL]+z$/i);
  }
  const [model, tuned] = [styleOf('implicit-als'), styleOf(tunedId('implicit-als'))];
  expect(tuned.family).toBe(model.family);
  expect(tuned.mark.startsWith(model.mark)).toBe(true);
  expect([tuned.mark === model.mark, tuned.dash === model.dash]).toEqual([false, false]);
  expect(() => styleOf('nothing')).toThrow(/no chapter has a mark\.json for the model "nothing"/);
});

test('no two marks have one path or one dash, and each fits its place', () => {
  const all = Object.values(marks);
  for (const kind of ['path', 'hollow', 'dash'] as const) {
    expect(new Set(all.map((mark) => mark[kind])).size).toBe(all.length);
  }
  for (const { path } of all.slice(1)) {
    const numbers = Array.from(path.matchAll(/-?\d+(?:\.\d+)?/g), ([n]) => Math.abs(Number(n)));
    expect(Math.max(...numbers)).toBeLessThanOrEqual(6.8);
  }
});
