// `npm run kernels`: compiles code/fast/kernels/ into the file that the module imports.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { kernelsFile, kernelsText } from './kernels.ts';

const root = process.cwd();
const text = await kernelsText(root);
writeFileSync(path.join(root, kernelsFile), text);
console.log(`${kernelsFile}: ${text.length} characters`);
