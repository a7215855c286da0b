// What stands beside the project in ../shared and is no part of it. A clone of the project alone
// does not have it: a test that needs it skips, and the skip is counted and says what was missing.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'vitest';
import { root } from './site.ts';

/** A JSON file of ../shared; where it is absent, the running test is skipped. */
export function sharedJson(context: TestContext, path: string): unknown {
  const file = join(root, '..', 'shared', path);
  if (!existsSync(file)) {
    console.warn(`SKIPPED "${context.task.name}": there is no ../shared/${path}`);
    context.skip(`needs ../shared/${path}, which is not beside this clone`);
  }
  return JSON.parse(readFileSync(file, 'utf8'));
}
