// A small static server for the built book: `npm start` and the browser tests use the same one.
// It answers as GitHub Pages and its like do: /start gives start.html, unknown addresses 404.html.
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { promisify } from 'node:util';
import { gzip as gzipCallback } from 'node:zlib';

const gzipped = promisify(gzipCallback);

/** @type {Record<string, string>} */
const types = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.ts': 'text/plain; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
};

/** '/', '/book/': a base has a slash at both ends. @param {string | undefined} base */
export function normalizeBase(base) {
  const inner = (base ?? '').replace(/^\/+|\/+$/g, '');
  return inner ? `/${inner}/` : '/';
}

/** @param {string} path */
async function isFile(path) {
  const found = await stat(path).catch(() => undefined);
  return found?.isFile() ?? false;
}

/**
 * The file for an address, or where the address should have pointed to.
 * @param {string} dir
 * @param {string} path the part of the address after the base, decoded
 * @returns {Promise<{ file?: string, redirect?: boolean }>}
 */
async function locate(dir, path) {
  const target = resolve(dir, `./${path}`);
  const outside = target !== dir && !target.startsWith(dir + sep);
  if (outside || path.includes('\0')) return {};
  if (path === '' || path.endsWith('/')) {
    const file = join(target, 'index.html');
    return (await isFile(file)) ? { file } : {};
  }
  for (const file of [target, `${target}.html`]) if (await isFile(file)) return { file };
  return { redirect: await isFile(join(target, 'index.html')) };
}

/**
 * @param {{ dir: string, base?: string, gzip?: boolean, onUnknown?: (url: string) => void }} options
 * @returns {import('node:http').Server} not yet listening
 */
export function createStaticServer({ dir, base = '/', gzip = false, onUnknown = () => {} }) {
  const top = resolve(dir);
  const prefix = normalizeBase(base);

  /**
   * @param {import('node:http').IncomingMessage} request
   * @param {import('node:http').ServerResponse} response
   */
  async function answer(request, response) {
    const send = (/** @type {number} */ status, headers = {}, /** @type {any} */ body = '') => {
      response.writeHead(status, { 'x-content-type-options': 'nosniff', ...headers });
      response.end(request.method === 'HEAD' ? undefined : body);
    };
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return send(405, { allow: 'GET, HEAD' });
    }
    const url = new URL(`http://localhost${request.url ?? '/'}`);
    let path;
    try {
      path = decodeURIComponent(url.pathname);
    } catch {
      return send(400);
    }
    if (`${path}/` === prefix) return send(302, { location: prefix + url.search });
    const inside = path.startsWith(prefix);
    const { file, redirect } = inside ? await locate(top, path.slice(prefix.length)) : {};
    if (redirect) return send(302, { location: `${url.pathname}/${url.search}` });
    if (!file) onUnknown(request.url ?? '/');

    const found = file ?? join(top, '404.html');
    const type = types[extname(found).toLowerCase()] ?? 'application/octet-stream';
    const body = await readFile(found).catch(() => undefined);
    if (!body) return send(404, { 'content-type': 'text/plain; charset=utf-8' }, 'Not found\n');
    // What is under assets/ carries a hash of its content in its name.
    const lasting = file && path.startsWith(`${prefix}assets/`);
    /** @type {Record<string, string>} */
    const headers = {
      'content-type': type,
      'cache-control': lasting ? 'public, max-age=31536000, immutable' : 'no-cache',
    };
    const accepted = String(request.headers['accept-encoding'] ?? '');
    const small = gzip && /^text|json|xml|wasm/.test(type) && /\bgzip\b/.test(accepted);
    if (small) Object.assign(headers, { 'content-encoding': 'gzip', vary: 'accept-encoding' });
    const data = small ? await gzipped(body) : body;
    headers['content-length'] = String(data.length);
    send(file ? 200 : 404, headers, data);
  }

  return createServer((request, response) => {
    answer(request, response).catch((error) => {
      console.error(error);
      response.destroy();
    });
  });
}

/**
 * Listens, and gives the port: 0 asks for any free one.
 * @param {import('node:http').Server} server
 * @param {number} port
 * @param {string} [host]
 * @returns {Promise<number>}
 */
export function listen(server, port, host = '127.0.0.1') {
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(port, host, () => {
      server.off('error', fail);
      const address = server.address();
      done(address && typeof address === 'object' ? address.port : port);
    });
  });
}
