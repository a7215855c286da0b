// `npm run deps:tidy`, after a change of dependencies: takes out of package-lock.json what npm
// puts in about who asks for money where. What is left names packages and their hashes alone, so
// the lock file works with any registry.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './process.mjs';

const file = join(root, 'package-lock.json');
const lock = JSON.parse(readFileSync(file, 'utf8'));
for (const entry of Object.values(lock.packages)) {
  delete entry.funding;
  delete entry.resolved; // .npmrc keeps it out; this is for a lock file made without it
}
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
