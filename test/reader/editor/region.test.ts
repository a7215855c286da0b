import { describe, expect, test } from 'vitest';
import { listRegions } from '../../../.vitepress/kit/regions.ts';
import { compile } from '../../../.vitepress/reader/editor/erase.ts';
import { findingOf } from '../../../.vitepress/reader/editor/findings.ts';
import {
  firstChange,
  passageOf,
  regionAt,
  withPassage,
} from '../../../.vitepress/reader/editor/region.ts';
import type { Failure } from '../../../.vitepress/run/isolated/protocol.ts';
import { wholeSource } from '../../support/source.ts';

const source = wholeSource;
const regions = listRegions(source).map(({ name }) => name);

describe.for(regions)('the region %s', (region) => {
  test('can be taken out and put back, longer and shorter, and nothing else moves', () => {
    const passage = passageOf(source, region);
    expect(source.split('\n')[passage.start - 1]).toBe(passage.text.split('\n')[0]);
    expect(withPassage(source, passage, passage.text)).toBe(source);
    const longer = withPassage(source, passage, `// mine\n${passage.text}`);
    expect(longer).toBe(source.replace(passage.text, () => `// mine\n${passage.text}`));
    expect(withPassage(source, passage, '')).toBe(source.replace(passage.text, ''));
    expect(regionAt(source, passage.start)).toBe(region);
  });
});

test('the file compiles with something put into every region', () => {
  const all = regions.reduce((file, region) => {
    const passage = passageOf(file, region);
    return withPassage(file, passage, `// mine: ${region}\n${passage.text}`);
  }, source);
  const lines = all.split('\n');
  for (const region of regions) expect(lines).toContain(`// mine: ${region}`);
  expect(() => compile(all)).not.toThrow();
});

test('a region that is indented or holds others is not taken out as if it were lines', () => {
  const nested = '// #region a\nlet x;\n// #region b\nlet y;\n// #endregion b\n// #endregion a\n';
  expect(() => passageOf(nested, 'a')).toThrow('holds other regions');
  expect(passageOf(nested, 'b')).toEqual({ region: 'b', start: 4, text: 'let y;' });
  expect(() => passageOf('{\n  // #region a\n  let x;\n  // #endregion a\n}', 'a')).toThrow(
    'indented',
  );
  expect(() => passageOf(nested, 'c')).toThrow('no region "c"');
});

test.for([
  ['a\nb', 'a\nb', 2],
  ['a\nb', 'a\nc', 2],
  ['a\nb', 'x\na\nb', 1],
  ['a\nb', 'a\nb\nc', 3],
  ['a\nb\nc', 'a', 1],
] as const)('the first change from %j to %j is line %i', ([book, yours, line]) => {
  expect(firstChange(book, yours)).toBe(line);
});

describe('a failure', () => {
  const passage = passageOf(source, 'popularity');
  const yours = `// mine\n${passage.text}`;
  const texts = { passage, yours, file: withPassage(source, passage, yours) };
  const failure = (lines: readonly number[], culprit = ''): Failure => ({
    kind: 'failed',
    name: 'TypeError',
    message: 'no',
    places: lines.map((line) => ({ line, column: 1 })),
    culprit,
  });
  const last = yours.split('\n').length;
  const recommend = 1 + yours.split('\n').findIndex((line) => line.startsWith('  recommend('));

  test.for([
    ['its innermost line in the text', [3, passage.start + 4, passage.start + 2], '', 5, ''],
    ['its first line', [passage.start], '', 1, ''],
    ['its last line', [passage.start + last - 1], '', last, ''],
    [
      'the first change, where it arose after the text',
      [passage.start + last],
      '',
      1,
      'of the file',
    ],
    ['the first change, where it arose before the text', [passage.start - 1], '', 1, 'of the file'],
    ['the first change, where no line is known', [], '', 1, 'names no line'],
    ['the method that gave what is wrong', [], 'recommend', recommend, 'recommend begins here'],
    ['the first change, where the method is not in the text', [], 'ndcgAtK', 1, 'names no line'],
  ] as const)('points at %s', ([, lines, culprit, line, why]) => {
    const finding = findingOf(failure(lines, culprit), texts);
    expect(finding.line).toBe(line);
    if (why === '') expect(finding.why).toBe('');
    else expect(finding.why).toContain(why);
  });

  test('names the region in which it arose, where that is another', () => {
    const other = passageOf(texts.file, 'top-k');
    expect(findingOf(failure([other.start + 3]), texts).why).toContain(
      `line ${other.start + 3} of the file, in top-k`,
    );
  });
});
