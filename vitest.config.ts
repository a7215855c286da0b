import vue from '@vitejs/plugin-vue'; // comes with VitePress, and must stay the version it uses
import { defineConfig } from 'vitest/config';
import { typesOnly } from './.vitepress/build/typesOnly.ts';

// Three kinds of test. `unit` needs the sources alone; `book` reads the HTML of the built site;
// `browser` drives a real Chromium against it. `npm test` builds the site first.
export default defineConfig({
  // The editor's parser is tested as it is built.
  plugins: [vue(), typesOnly()],
  test: {
    // Pages that one file opens side by side: more would only wait for each other.
    maxConcurrency: 3,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/book/**', 'test/browser/**'],
          testTimeout: 60_000,
          // Written for bundlers: its modules name each other without an ending.
          server: { deps: { inline: ['sucrase'] } },
        },
      },
      {
        extends: true,
        test: {
          name: 'book',
          include: ['test/book/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          // One file at a time: two browsers on two cores would make every timing a lottery.
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
