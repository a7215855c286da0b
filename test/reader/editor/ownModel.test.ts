// A model of the reader's own on their device: kept, found again, and distrusted.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { draftOf, keepDraft } from '../../../.vitepress/reader/editor/drafts.ts';
import {
  forgetOwnModel,
  keepOwnModel,
  keptOwnModel,
  readOwnModel,
} from '../../../.vitepress/reader/editor/ownModel.ts';
import { ownRegion } from '../../../.vitepress/reader/editor/source.ts';

const kept = new Map<string, string>();
beforeEach(() => {
  kept.clear();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
});
afterEach(() => vi.unstubAllGlobals());

test('the text and what was said of it are kept one by one, and forgotten together', () => {
  expect(keptOwnModel()).toBeUndefined();
  keepOwnModel({ text: 'class Mine {}' });
  keepOwnModel({ said: 'It is ahead.' });
  expect(keptOwnModel()).toEqual({ text: 'class Mine {}', said: 'It is ahead.', tries: 0 });
  forgetOwnModel();
  expect(keptOwnModel()).toBeUndefined();
});

test('a draft of it outlives the visit, until it is the book’s own text again', () => {
  const file = 'docs/snippets/own-model.ts';
  keepDraft(file, ownRegion, 'mine', 'the book’s');
  expect(keptOwnModel()?.text).toBe('mine');
  keepDraft(file, ownRegion, 'the book’s', 'the book’s');
  expect(keptOwnModel()).toBeUndefined();
  keepOwnModel({ text: 'of an earlier visit' });
  expect(draftOf(ownRegion)).toBe('of an earlier visit');
  // Who has raced has raced, whatever became of the text.
  keepOwnModel({ tries: 3 });
  keepDraft(file, ownRegion, 'the book’s', 'the book’s');
  expect(draftOf(ownRegion)).toBeUndefined();
  expect(keptOwnModel()).toEqual({ text: '', said: '', tries: 3 });
  keepOwnModel({ text: 'of an earlier visit' });
  // A changed region of the module is for this visit alone.
  keepDraft('code/recsys.ts', 'bpr', 'other', 'the book’s');
  expect(keptOwnModel()?.text).toBe('of an earlier visit');
});

describe('what the device holds is distrusted', () => {
  test.for([null, '', '{', 'null', '7', '{}', '{"text":3}', `{"text":"${'x'.repeat(200_001)}"}`])(
    '%.20s is nothing',
    (json) => expect(readOwnModel(json)).toBeUndefined(),
  );

  test('what was said of it may be missing', () => {
    expect(readOwnModel('{"text":"a","said":[]}')).toEqual({ text: 'a', said: '', tries: 0 });
  });

  test('a closed storage keeps nothing and breaks nothing', () => {
    vi.stubGlobal('localStorage', undefined);
    expect(keptOwnModel()).toBeUndefined();
    keepOwnModel({ text: 'mine' });
    forgetOwnModel();
  });
});
