/**
 * Named regions of a source file, marked `// #region name` and `// #endregion name`.
 * They may nest. A file with a broken pair of markers is an error wherever it is read.
 */

export interface RegionLine {
  /** Line number in the real file, from 1. */
  readonly number: number;
  /** The text, without the indentation common to the region. */
  readonly text: string;
}

export interface Region {
  readonly name: string;
  /** First and last line of the region's text in the real file, markers excluded, from 1. */
  readonly start: number;
  readonly end: number;
  /** How many regions enclose this one. */
  readonly depth: number;
  /** The text, without nested markers and without blank lines at either end. */
  readonly lines: readonly RegionLine[];
}

const marker = /^\s*\/\/\s*#(region|endregion)\b[ \t]*(.*?)\s*$/;
const validName = /^[\w.-]+$/;

interface OpenRegion {
  readonly name: string;
  readonly line: number;
}

/** All regions of a source in the order in which they open. Throws on missing, double or crossed markers. */
export function listRegions(source: string): Region[] {
  const text = source.split(/\r?\n/);
  const open: OpenRegion[] = [];
  const found: Region[] = [];
  const seen = new Set<string>();
  text.forEach((line, index) => {
    const match = marker.exec(line);
    if (!match) return;
    const [, kind, name] = match;
    const number = index + 1;
    if (!validName.test(name))
      throw new Error(`line ${number}: ${kind} marker without a valid name`);
    if (kind === 'region') {
      if (seen.has(name)) throw new Error(`line ${number}: region "${name}" is opened twice`);
      seen.add(name);
      open.push({ name, line: number });
      return;
    }
    const last = open.pop();
    if (!last)
      throw new Error(`line ${number}: endregion "${name}" closes a region that is not open`);
    if (last.name !== name) {
      throw new Error(
        `line ${number}: endregion "${name}" where "${last.name}" (line ${last.line}) is still open`,
      );
    }
    found.push(cut(text, name, last.line, number, open.length));
  });
  const left = open.pop();
  if (left) throw new Error(`line ${left.line}: region "${left.name}" is never closed`);
  return found.sort((a, b) => a.start - b.start || a.depth - b.depth);
}

/** One region by name. Throws when it is missing, and says which names there are. */
export function findRegion(source: string, name: string): Region {
  const regions = listRegions(source);
  const region = regions.find((candidate) => candidate.name === name);
  if (region) return region;
  const names = regions.map((candidate) => candidate.name).join(', ');
  throw new Error(`no region "${name}"; there are: ${names || 'none'}`);
}

/** The whole file as if it were one region: markers stripped, real line numbers kept. */
export function wholeFile(source: string): Region {
  listRegions(source);
  const text = source.split(/\r?\n/);
  return cut(text, '', 0, text.length + 1, 0);
}

/** `text[from]` is the first line after the marker on line `from`; `to` is the closing marker's line. */
function cut(
  text: readonly string[],
  name: string,
  from: number,
  to: number,
  depth: number,
): Region {
  const rows: RegionLine[] = [];
  for (let number = from + 1; number < to; number++) {
    const line = text[number - 1];
    if (!marker.test(line)) rows.push({ number, text: line });
  }
  while (rows.length > 0 && rows[0].text.trim() === '') rows.shift();
  while (rows.length > 0 && rows[rows.length - 1].text.trim() === '') rows.pop();
  if (rows.length === 0) throw new Error(`line ${from}: region "${name}" is empty`);
  const filled = rows.filter((row) => row.text.trim() !== '');
  const indent = Math.min(...filled.map((row) => row.text.length - row.text.trimStart().length));
  const lines = rows.map((row) => ({ number: row.number, text: row.text.slice(indent).trimEnd() }));
  return { name, start: lines[0].number, end: lines[lines.length - 1].number, depth, lines };
}
