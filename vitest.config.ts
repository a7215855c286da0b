import vue from '@vitejs/plugin-vue'; // comes with VitePress, and must stay the version it uses
import { defineConfig } from 'vitest/config';
import { typesOnly } from './.vitepress/build/typesOnly.ts';
import { workerChunk } from './.vitepress/build/workerChunk.ts';
import { replacing } from './test/support/files.ts';
import { LongestFirst } from './test/support/order.ts';

// Three kinds of test. What begins with `unit` needs the sources alone; `book` reads the HTML of the built site;
// `browser` drives a real Chromium against it. `npm test` builds the site first, and leaves out what takes long.
const isFull = process.env['BOOK_TIER'] === 'full';
const fullOnly = isFull ? [] : ['test/**/*.full.test.ts', 'test/chapters/*/browser.test.ts'];
/** What is true of every page, and what is true of the parts of one chapter. */
const inBrowser = ['test/browser/**/*.test.ts', 'test/chapters/*/browser.test.ts'];
/** Whatever comes to its end is judged by what it found, on a busy machine as on a quiet one. */
const patience = {
  testTimeout: 1_800_000,
  hookTimeout: 600_000,
  expect: { poll: { timeout: 120_000 } },
};

export default defineConfig({
  // The editor's parser is tested as it is built, and a worker's script is an address.
  plugins: [vue(), typesOnly(), workerChunk()],
  test: {
    // Pages that one file opens side by side: more would only wait for each other.
    maxConcurrency: 3,
    // Every processor: nothing else runs beside the tests.
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    // Each module is read once for all files of a process. The full tier proves that every file stands alone.
    isolate: isFull,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/book/**', ...inBrowser, ...replacing, ...fullOnly],
          ...patience,
          // Written for bundlers: its modules name each other without an ending.
          server: { deps: { inline: ['sucrase'] } },
        },
      },
      {
        extends: true,
        test: {
          name: 'unit, replacing',
          include: replacing,
          exclude: fullOnly,
          isolate: true,
          ...patience,
        },
      },
      {
        extends: true,
        test: {
          name: 'book',
          include: ['test/book/**/*.test.ts'],
          exclude: fullOnly,
          ...patience,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: inBrowser,
          exclude: fullOnly,
          // The full tier measures times: two browsers on two cores would make them a lottery. In the quick one no verdict
          // is a time, and pages that wait leave room for those of another file.
          fileParallelism: !isFull,
          ...patience,
        },
      },
    ],
  },
});
