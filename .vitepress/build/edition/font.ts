import { inflateSync } from 'node:zlib';

/**
 * The font within a WOFF file, for who draws text without a browser: WOFF is the tables of the font, each
 * compressed, behind a directory of its own (https://www.w3.org/TR/WOFF/).
 */
export function fontOfWoff(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('font: this is no WOFF file');
  const count = woff.readUInt16BE(12);
  const head = Buffer.alloc(12 + 16 * count);
  woff.copy(head, 0, 4, 8); // what kind of outlines
  head.writeUInt16BE(count, 4);
  const power = Math.floor(Math.log2(count));
  head.writeUInt16BE(16 * 2 ** power, 6);
  head.writeUInt16BE(power, 8);
  head.writeUInt16BE(16 * (count - 2 ** power), 10);

  const tables: Buffer[] = [];
  let place = head.length;
  for (let n = 0; n < count; n++) {
    const entry = 44 + 20 * n;
    const [from, packed, size] = [4, 8, 12].map((offset) => woff.readUInt32BE(entry + offset));
    const data = woff.subarray(from, from + packed);
    const table = packed < size ? inflateSync(data) : data;
    woff.copy(head, 12 + 16 * n, entry, entry + 4); // name
    woff.copy(head, 16 + 16 * n, entry + 16, entry + 20); // checksum
    head.writeUInt32BE(place, 20 + 16 * n);
    head.writeUInt32BE(size, 24 + 16 * n);
    const padded = Buffer.alloc(Math.ceil(size / 4) * 4);
    table.copy(padded);
    tables.push(padded);
    place += padded.length;
  }
  return Buffer.concat([head, ...tables]);
}
