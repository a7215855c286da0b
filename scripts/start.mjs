// `npm start`: install what is missing, build the book, serve it.
//   npm start -- --port 8080 --host 0.0.0.0      (or PORT=8080 npm start)
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bookBase, buildBook } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { root } from './process.mjs';
import { createStaticServer, listen } from './static-server.mjs';

/** @returns {{ port: string, host: string }} */
function readOptions() {
  try {
    const { values } = parseArgs({
      options: { port: { type: 'string' }, host: { type: 'string' } },
    });
    return { port: values.port ?? process.env['PORT'] ?? '', host: values.host ?? '127.0.0.1' };
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}

const options = readOptions();
const asked = options.port !== '';
const firstPort = asked ? Number(options.port) : 4173;
if (!Number.isInteger(firstPort) || firstPort < 0 || firstPort > 65535) {
  console.error(`The port must be a whole number from 0 to 65535, got "${options.port}".`);
  process.exit(1);
}

await ensureInstalled();
const code = await buildBook();
if (code !== 0) process.exit(code);

const dir = join(root, '.vitepress', 'dist');
const server = createStaticServer({ dir, base: bookBase, gzip: true });

/** A port that was asked for is that port or an error; else the next free one will do. */
async function listenSomewhere() {
  for (let port = firstPort; ; port++) {
    try {
      return await listen(server, port, options.host);
    } catch (error) {
      const { code: reason, message } = /** @type {NodeJS.ErrnoException} */ (error);
      if (reason === 'EADDRINUSE' && !asked && port < firstPort + 50) continue;
      console.error(reason === 'EADDRINUSE' ? `Port ${port} is taken.` : message);
      process.exit(1);
    }
  }
}

const port = await listenSomewhere();
const name = ['127.0.0.1', '0.0.0.0', '::', '::1'].includes(options.host)
  ? 'localhost'
  : options.host;
console.log(`\nThe book is at http://${name}:${port}${bookBase}\nCtrl-C ends it.`);

function stop() {
  server.close(() => process.exit(0));
  server.closeAllConnections();
}
// Ctrl-C is how serving is meant to end, so it ends well.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
// A killed npm takes the shell between us along, but does not reach us: go when they have gone.
const parent = process.ppid;
if (process.env['npm_lifecycle_event']) {
  setInterval(() => process.ppid === parent || stop(), 500).unref();
}
