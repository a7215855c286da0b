// `npm start` and `npm test` may run side by side. What both of them write (node_modules, and the
// one temporary folder of VitePress) is written by one of them at a time.
import { mkdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from './process.mjs';

// Who holds a lock touches its file every second. One left behind by a killed process grows old.
// (A process id would not do: in containers the same few ids come again and again.)
const touchEvery = 1_000;
const tooOld = 10_000;

/** @param {string} file */
function ageOf(file) {
  return Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
}

/**
 * Does `work` while no other process of this folder does work of the same name.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(name, work) {
  const folder = join(root, '.vitepress', 'cache');
  const file = join(folder, `${name}.lock`);
  mkdirSync(folder, { recursive: true });
  for (let told = false; ; told = true) {
    try {
      writeFileSync(file, '', { flag: 'wx' }); // fails if it is there
      break;
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    }
    if (!told) console.log(`Waiting: another process is busy with "${name}".`);
    if (ageOf(file) > tooOld) rmSync(file, { force: true });
    else await sleep(300);
  }
  const touching = setInterval(() => {
    if (statSync(file, { throwIfNoEntry: false })) utimesSync(file, new Date(), new Date());
  }, touchEvery);
  const release = () => rmSync(file, { force: true });
  process.on('exit', release);
  try {
    return await work();
  } finally {
    clearInterval(touching);
    process.off('exit', release);
    release();
  }
}
