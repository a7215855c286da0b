import fc from 'fast-check';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { diffLines } from '../../../.vitepress/reader/editor/diff.ts';
import {
  editionOf,
  fromHash,
  hasCode,
  longest,
  toHash,
} from '../../../.vitepress/reader/editor/link.ts';

const hashOf = (bytes: Uint8Array): string => `#code=${Buffer.from(bytes).toString('base64url')}`;
const packed = (value: unknown): string => hashOf(deflateRawSync(JSON.stringify(value)));

describe('a link to code', () => {
  test('carries any text there and back, in characters that an address takes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 2000 }), async (text) => {
        const shared = {
          file: 'code/recsys.ts',
          region: 'bpr-step',
          edition: editionOf(text),
          text,
        };
        const hash = await toHash(shared);
        expect(hash).toMatch(/^#code=[\w-]+$/);
        expect(hasCode(hash)).toBe(true);
        expect(await fromHash(hash)).toEqual({ ...shared, text });
      }),
    );
  });

  test('names the edition: one changed character is another', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(), (text, at) => {
        const n = at % (text.length + 1);
        expect(editionOf(`${text.slice(0, n)}x${text.slice(n)}`)).not.toBe(editionOf(text));
        expect(editionOf(text)).toMatch(/^[a-z0-9]{1,7}$/);
      }),
    );
  });

  test.for([
    ['nothing', '', 'carries no code'],
    ['another hash', '#bpr', 'carries no code'],
    ['no data', '#code=', 'damaged'],
    ['what is no base64', '#code=%%%', 'damaged'],
    ['what was never packed', hashOf(new TextEncoder().encode('hello, world')), 'damaged'],
    [
      'what is cut',
      packed([1, 'code/recsys.ts', 'bpr', 'a', 'text'.repeat(50)]).slice(0, -9),
      'damaged',
    ],
    ['no JSON', hashOf(deflateRawSync('{')), 'damaged'],
    ['no UTF-8', hashOf(deflateRawSync(Buffer.from([0x22, 0xff, 0x22]))), 'damaged'],
    ['another version', packed([2, 'code/recsys.ts', 'bpr', 'a', '']), 'another edition'],
    ['an object', packed({ file: 'code/recsys.ts' }), 'another edition'],
    ['a text that is none', packed([1, 'code/recsys.ts', 'bpr', 'a', 7]), 'damaged'],
    ['a region with markup', packed([1, 'code/recsys.ts', '<img src=x>', 'a', '']), 'damaged'],
    ['a region without end', packed([1, 'code/recsys.ts', 'a'.repeat(81), 'a', '']), 'damaged'],
    [
      'a bomb',
      packed([1, 'code/recsys.ts', 'bpr', 'a', '0'.repeat(3e7)]).slice(0, 4 * longest),
      'too long',
    ],
    ['a small bomb', packed([1, 'code/recsys.ts', 'bpr', 'a', '0'.repeat(2e5)]), 'too long'],
    ['a long address', `#code=${'A'.repeat(4 * longest)}`, 'too long'],
  ] as const)('is refused in words when it has %s', async ([, hash, words]) => {
    await expect(fromHash(hash)).rejects.toThrow(words);
  });
});

describe('the difference of two texts', () => {
  const lines = fc.array(fc.constantFrom('a', 'b', 'c', ''), { minLength: 1, maxLength: 12 });
  test('gives both texts back, and keeps as much as can be kept', () => {
    fc.assert(
      fc.property(lines, lines, (one, other) => {
        const diff = diffLines(one.join('\n'), other.join('\n'));
        const side = (gone: string) =>
          diff.filter(({ kind }) => kind !== gone).map(({ text }) => text);
        expect(side('new')).toEqual(one);
        expect(side('gone')).toEqual(other);
        // Never more than the whole of both, and nothing where they are equal.
        if (one.join('\n') === other.join('\n'))
          expect(diff.every(({ kind }) => kind === 'same')).toBe(true);
      }),
    );
  });

  test('is the least: one line more is one line more', () => {
    expect(diffLines('a\nb\nc', 'a\nx\nb\nc')).toEqual([
      { kind: 'same', text: 'a' },
      { kind: 'new', text: 'x' },
      { kind: 'same', text: 'b' },
      { kind: 'same', text: 'c' },
    ]);
    expect(diffLines('a\nb', 'a\nc').map(({ kind }) => kind)).toEqual(['same', 'gone', 'new']);
  });
});
