// Loaded ahead of a build (`node --import`), it makes this machine look like another one on another
// day: the clock is ahead, and folders list their entries backwards. A build in which any of that
// shows is no copy of the first. The time zone and the language come by the environment.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const ahead = 400 * 24 * 60 * 60 * 1000;
const { Date: Now } = globalThis;
globalThis.Date = /** @type {DateConstructor} */ (
  class extends Now {
    /** @param {any[]} given */
    constructor(...given) {
      // @ts-expect-error -- handed on as it came
      super(...(given.length > 0 ? given : [Now.now() + ahead]));
    }

    /** @override */
    static now() {
      return Now.now() + ahead;
    }
  }
);

const { readdir, readdirSync } = fs;
const { readdir: readdirLater } = fs.promises;
Object.assign(fs, {
  /** @param {any[]} given */
  readdir(...given) {
    const done = given.pop();
    // @ts-expect-error -- handed on as it came
    readdir(...given, (error, entries) => done(error, entries?.reverse()));
  },
  /** @param {Parameters<typeof readdirSync>} given */
  readdirSync: (...given) => readdirSync(...given).reverse(),
});
Object.assign(fs.promises, {
  /** @param {Parameters<typeof readdirLater>} given */
  readdir: async (...given) => (await readdirLater(...given)).reverse(),
});
syncBuiltinESMExports();
