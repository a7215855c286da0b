/** A chapter as an address may mean it. */
interface Named {
  readonly id: string;
  readonly title: string;
}

/** What an address that leads nowhere may have meant. */

/** Parts of addresses that say nothing of what was looked for. */
const silent = new Set(['html', 'htm', 'md', 'index', 'models', 'docs', 'chapter', 'book', 'page']);

/** The words of a path within the book: `models/Half-life.html` -> half, life. */
export function wordsOf(path: string): string[] {
  let plain = path;
  try {
    plain = decodeURIComponent(path);
  } catch {
    // An address that is no text is read as it stands.
  }
  const words = plain.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return words.filter((word) => word !== '' && !silent.has(word));
}

/** How many letters must be changed, added or taken away to make one word of the other. */
export function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, n) => n);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, row[j] + 1, next[j - 1] + 1));
    }
    row = next;
  }
  return row[b.length];
}

/** From 0 for nothing in common to 1 for the same word; its beginning is nearly the word. */
function likeness(word: string, name: string): number {
  const begins = word.length >= 3 && name.startsWith(word);
  const goesOn = name.length >= 4 && word.startsWith(name);
  if (begins || goesOn) return word === name ? 1 : 0.9;
  return 1 - distance(word, name) / Math.max(word.length, name.length);
}

/** The chapters whose name is near to a path, the nearest first; none where nothing is near. */
export function nearChapters<Chapter extends Named>(
  path: string,
  chapters: readonly Chapter[],
  most = 3,
): Chapter[] {
  const words = wordsOf(path);
  const scored = chapters.map((chapter) => {
    const names = wordsOf(`${chapter.id} ${chapter.title}`);
    const best = (word: string): number => Math.max(...names.map((name) => likeness(word, name)));
    // Short words are near to everything.
    const told = words.filter((word) => word.length > 2);
    const near = told.map(best).filter((value) => value >= 0.65);
    const whole = likeness(words.join(''), wordsOf(chapter.id).join(''));
    const sum = near.reduce((total, value) => total + value, 0) / Math.max(told.length, 1);
    return { chapter, score: Math.max(sum, whole >= 0.6 ? whole : 0) };
  });
  return scored
    .filter(({ score }) => score >= 0.3)
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ chapter }) => chapter);
}
