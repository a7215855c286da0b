// The kernels of code/fast/kernels/, compiled, and the file that carries them. The compiler is AssemblyScript's.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';

const folder = 'code/fast/kernels';

/** The committed file. */
export const kernelsFile = 'code/fast/wasm.ts';

/** Plain SIMD, which is deterministic; the relaxed one is not. */
const flags = ['--runtime', 'stub', '--noAssert', '-O3', '--enable', 'simd'];

/**
 * One module of WebAssembly.
 * @throws Error with what the compiler says
 */
export async function compileKernels(root: string): Promise<Uint8Array> {
  const { main } = await import('assemblyscript/asc');
  let made: Uint8Array | undefined;
  const { error, stderr } = await main(['index.ts', '--outFile', 'kernels.wasm', ...flags], {
    readFile(name, base) {
      try {
        return readFileSync(
          path.join(root, folder, path.relative('.', path.join(base, name))),
          'utf8',
        );
      } catch {
        return null;
      }
    },
    writeFile(name, contents) {
      if (name === 'kernels.wasm' && typeof contents !== 'string') made = contents;
    },
    listFiles: () => [],
  });
  if (error || !made) throw new Error(`kernels: ${error?.message ?? ''}\n${stderr.toString()}`);
  return made;
}

/** The text of `kernelsFile`. */
export async function kernelsText(root: string): Promise<string> {
  const base64 = Buffer.from(await compileKernels(root)).toString('base64');
  const lines = base64.match(/.{1,68}/g) ?? [];
  const file = path.join(root, kernelsFile);
  const text = `/**
 * The kernels, compiled from \`kernels/\` by \`npm run kernels\`: a module of
 * WebAssembly in base64.
 */
export const wasm: readonly string[] = [
${lines.map((line) => `'${line}',`).join('\n')}
];
`;
  return format(text, { ...(await resolveConfig(file)), filepath: file });
}
