// A region's text in a link: compressed, in the hash, so that no server ever sees it.

/** What a link to code carries. */
export interface Shared {
  readonly file: string;
  readonly region: string;
  readonly text: string;
  /** Of the region in the edition from which the link came. */
  readonly edition: string;
}

/** A longer address is cut by some mail programs and chats. */
export const longest = 8192;
/** No region of the book, nor what becomes of it, is as long. */
const longestText = 100_000;
const prefix = '#code=';

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
  most: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > most) {
      await reader.cancel();
      throw new RangeError('the code in this link is too long');
    }
    parts.push(value as Uint8Array<ArrayBuffer>);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

function toText(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

function toBytes(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

/** A short name of a text: 32 bits of FNV-1a, to notice another edition, not to prove anything. */
export function editionOf(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(36);
}

/** `#code=` and what follows. */
export async function toHash({ file, region, text, edition }: Shared): Promise<string> {
  const json = new TextEncoder().encode(JSON.stringify([1, file, region, edition, text]));
  const packed = await through(json, new CompressionStream('deflate-raw'), Infinity);
  return `${prefix}${toText(packed)}`;
}

export const hasCode = (hash: string): boolean => hash.startsWith(prefix);

/** What a hash carries; throws, with the reason in words, where it is not what `toHash` makes. */
export async function fromHash(hash: string): Promise<Shared> {
  if (!hasCode(hash)) throw new Error('this link carries no code');
  if (hash.length > 4 * longest) throw new RangeError('this link is too long');
  let parts: unknown;
  try {
    const bytes = await through(
      toBytes(hash.slice(prefix.length)),
      new DecompressionStream('deflate-raw'),
      longestText,
    );
    parts = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    if (error instanceof RangeError && error.message.includes('too long')) throw error;
    throw new Error('the code in this link is damaged', { cause: error });
  }
  if (!Array.isArray(parts) || parts.length !== 5 || parts[0] !== 1)
    throw new Error('this link is of another edition of the book');
  const [, file, region, edition, text] = parts as unknown[];
  const names = [file, region, edition];
  if (
    !names.every((name) => typeof name === 'string' && /^[\w./-]{1,80}$/.test(name)) ||
    typeof text !== 'string'
  )
    throw new Error('the code in this link is damaged');
  return { file: String(file), region: String(region), edition: String(edition), text };
}
