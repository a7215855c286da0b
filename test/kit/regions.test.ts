import { describe, expect, test } from 'vitest';
import { findRegion, listRegions, wholeFile } from '../../.vitepress/kit/regions.ts';

const source = `import x from 'x';

// #region outer

  /** Says one. */
  function one() {
    // #region inner
    return 1;
    // #endregion inner
  }
// #endregion outer
// #region last
export {};
// #endregion last
`;

describe('a region of a source', () => {
  test('is the text between its markers, without theirs and others, blank ends and indentation', () => {
    const region = findRegion(source, 'outer');
    expect(region.lines.map(({ text }) => text)).toEqual([
      '/** Says one. */',
      'function one() {',
      '  return 1;',
      '}',
    ]);
    expect(region.lines.map(({ number }) => number)).toEqual([5, 6, 8, 10]);
    expect([region.start, region.end, region.depth]).toEqual([5, 10, 0]);
  });

  test('may stand in another', () => {
    const region = findRegion(source, 'inner');
    expect(region.lines).toEqual([{ number: 8, text: 'return 1;' }]);
    expect(region.depth).toBe(1);
  });

  test('is listed where it begins', () => {
    expect(listRegions(source).map(({ name }) => name)).toEqual(['outer', 'inner', 'last']);
  });

  test('is found by its whole name alone', () => {
    expect(() => findRegion(source, 'inn')).toThrow(/no region "inn"; there are: outer, inner/);
    expect(() => findRegion(source, 'Outer')).toThrow(/no region/);
    expect(() => findRegion('let x;', 'outer')).toThrow(/there are: none/);
  });

  test('is the same with the line ends of Windows', () => {
    const texts = (text: string) => findRegion(text, 'outer').lines.map((line) => line.text);
    expect(texts(source.replaceAll('\n', '\r\n'))).toEqual(texts(source));
  });
});

test('a whole file loses its markers and keeps its numbers', () => {
  const { lines, start, end } = wholeFile(source);
  expect(lines.map(({ text }) => text).join('\n')).not.toMatch(/#(?:end)?region/);
  expect([start, end]).toEqual([1, 13]);
});

test.for([
  { fault: 'never closed', text: '// #region a\nx', says: /line 1: region "a" is never closed/ },
  { fault: 'closed without being opened', text: 'x\n// #endregion a', says: /line 2: .*not open/ },
  {
    fault: 'crossed by another',
    text: '// #region a\n// #region b\nx\n// #endregion a\n// #endregion b',
    says: /line 4: endregion "a" where "b" \(line 2\) is still open/,
  },
  {
    fault: 'opened twice',
    text: '// #region a\nx\n// #endregion a\n// #region a\ny\n// #endregion a',
    says: /line 4: region "a" is opened twice/,
  },
  { fault: 'empty', text: '// #region a\n\n// #endregion a', says: /region "a" is empty/ },
  { fault: 'without a name', text: '// #region\nx\n// #endregion', says: /without a valid name/ },
  {
    fault: 'closed by another spelling',
    text: '// #region als\nx\n// #endregion asl',
    says: /endregion "asl" where "als"/,
  },
])('a region that is $fault is an error that names the line', ({ text, says }) => {
  expect(() => listRegions(text)).toThrow(says);
  expect(() => findRegion(text, 'a')).toThrow();
  expect(() => wholeFile(text)).toThrow(says);
});
