/**
 * Code of the book in an online playground: that of the Vue project, which runs TypeScript of several files in the
 * reader's browser. The code is in the hash of the address, which no server is sent, and nothing is asked of anybody
 * before the reader follows the link.
 */
import { bookSplit } from '../../run/defaults.ts';

const playground = 'https://play.vuejs.org/';
/** Where the playground finds what the module imports: at the address where it finds Vue. */
const packageAt = (name: string, version: string): string =>
  `https://cdn.jsdelivr.net/npm/${name}@${version}/+esm`;
/** The versions of the book; a test compares them with its package. */
export const packages = { 'ml-matrix': '6.15.1', seedrandom: '3.0.5' } as const;

const module = 'recsys.ts';
const program = 'program.ts';

/** A model in a file; where it is not in the module, its file has another name. */
export interface Played {
  /** The text of the module. */
  readonly recsys: string;
  /** A model that stands on it, in a file of its own. */
  readonly own?: string;
  /** The class that is fitted. */
  readonly model: string;
}

/** What is run: the log of the book, one model, and how often it found what was hidden. */
export function programOf({ own, model }: Pick<Played, 'own' | 'model'>): string {
  const file = own === undefined ? module : 'own-model.ts';
  const features = model === 'ContentBased' ? 'data.itemFeats, ' : '';
  return `import { makeSynthetic, recallAtK, trainTestSplitLast } from './${module}';
import { ${model} } from './${file}';

const data = makeSynthetic({ seed: 0 });
const { train, test } = trainTestSplitLast(data.interactions, data.nUsers, { holdOut: '${bookSplit}' });
const model = new ${model}().fit(train, ${features}data.nUsers, data.nItems);

const lists = new Map<number, number[]>();
for (const user of test.keys()) lists.set(user, model.recommend(user, 10));

export const recall = recallAtK(lists, test, 10);
export const first = lists.get(0);
`;
}

const page = `<script setup lang="ts">
import { first, recall } from './${program}';
</script>

<template>
  <p>recall@10: {{ recall }}</p>
  <p>The list of user 0: {{ first?.join(', ') }}</p>
  <p>Change ${module} or ${program}, and look here again.</p>
</template>
`;

/**
 * The module without its compiled kernels: they would make the address longer than some browsers take, and run in
 * place of the loops that the reader is about to change. Their TypeScript gives the same bits.
 */
const withoutKernels = (recsys: string): string =>
  recsys.replace(/(const wasm: readonly string\[\] = \[)[^\]]*\]/, '$1]');

/** Without the marks by which this book finds a region. */
const withoutMarks = (recsys: string): string =>
  recsys.replaceAll(/^[ ]*\/\/ #(?:end)?region .*\n/gm, '');

/** Of each comment on a declaration the first paragraph: the book has the rest, and the address room for no more. */
const withShortComments = (recsys: string): string =>
  recsys.replaceAll(/\/\*\*[^]*?\*\//g, (comment) => {
    const [first, ...more] = comment.split(/\n *\* *\n/);
    return more.length > 0 ? `${first}\n */` : comment;
  });

export function filesOf(played: Played): Record<string, string> {
  const { own } = played;
  const recsys = withShortComments(withoutMarks(withoutKernels(played.recsys)));
  const imports = Object.fromEntries(
    Object.entries(packages).map(([name, version]) => [name, packageAt(name, version)]),
  );
  return {
    'App.vue': page,
    [program]: programOf(played),
    ...(own !== undefined && { 'own-model.ts': own }),
    [module]: recsys,
    'import-map.json': JSON.stringify({ imports }, null, 2),
  };
}

/** The address that carries these files: JSON, packed by zlib, in base64. */
export async function addressOf(files: Readonly<Record<string, string>>): Promise<string> {
  const json = new Blob([JSON.stringify(files)]);
  const packed = json.stream().pipeThrough(new CompressionStream('deflate'));
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer());
  // The playground knows packed code by the header that names the slowest packing; any reader takes either.
  bytes[1] = 0xda;
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return `${playground}#${btoa(binary)}`;
}

/** The class that a file of code is about: the last it exports, or the one of the region that is open. */
export function modelIn(text: string): string | undefined {
  const classes = Array.from(
    text.matchAll(/^export class (\w+) implements Recommender/gm),
    ([, name]) => name,
  );
  return classes.at(-1);
}
