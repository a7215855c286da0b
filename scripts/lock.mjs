// `npm start` and `npm test` may run side by side. What both of them write (node_modules, and the
// one temporary folder of VitePress) is written by one of them at a time.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from './process.mjs';

/** @param {string} file */
function ownerIsAlive(file) {
  try {
    process.kill(Number(readFileSync(file, 'utf8')), 0); // signal 0 asks, it does not harm
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
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
  for (let told = false; ;) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    }
    if (!ownerIsAlive(file)) {
      rmSync(file, { force: true }); // left behind by a process that was killed
      continue;
    }
    if (!told) console.log(`Waiting: another process is busy with "${name}".`);
    told = true;
    await sleep(300);
  }
  const release = () => rmSync(file, { force: true });
  process.on('exit', release);
  try {
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
}
