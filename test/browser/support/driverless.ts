// Opens a page of the book in a browser that no driver speaks to. Beside the book stands a page of
// ours that has it in a frame, presses its buttons, and sends home what it then says.
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createStaticServer, listen } from '../../../scripts/static-server.mjs';
import { findProgram } from '../../support/engines.ts';
import type { Site } from '../../support/site.ts';

/** How to start a browser on an address, with a folder for what it wants to keep. */
export type Start = (address: string, folder: string) => readonly [string, ...string[]];

const quiet = [
  'browser.shell.checkDefaultBrowser',
  'browser.aboutwelcome.enabled',
  'datareporting.policy.dataSubmissionEnabled',
  'network.captive-portal-service.enabled',
  'app.normandy.enabled',
];

export function findFirefox(): Start | undefined {
  const named = process.env['FIREFOX_PATH'];
  const app = '/Applications/Firefox.app/Contents/MacOS/firefox';
  const program = findProgram(...(named ? [named] : []), 'firefox-esr', 'firefox', app);
  if (!program) return undefined;
  return (address, folder) => {
    const preferences = quiet.map((name) => `user_pref("${name}", false);\n`).join('');
    writeFileSync(join(folder, 'user.js'), preferences);
    return [program, '--headless', '--no-remote', '--profile', folder, address];
  };
}

/** Debian and Fedora keep WebKitGTK's small browser among its libraries. It needs a display. */
export function findWebKit(): Start | undefined {
  const folders = ['/usr/lib', '/usr/libexec', '/usr/lib64', ...below('/usr/lib', /-linux-gnu$/)];
  const browsers = folders.flatMap((folder) => below(folder, /^webkit(2gtk-4|gtk-6)\.\d$/));
  const program = findProgram(...browsers.map((folder) => join(folder, 'MiniBrowser')));
  const display = process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'];
  const virtual = findProgram('xvfb-run');
  if (!program || !(display ?? virtual)) return undefined;
  return (address) =>
    display || !virtual ? [program, address] : [virtual, '--auto-servernum', program, address];
}

function below(folder: string, name: RegExp): string[] {
  try {
    return readdirSync(folder)
      .filter((entry) => name.test(entry))
      .map((entry) => join(folder, entry));
  } catch {
    return [];
  }
}

/** What our page does in the browser: it must not need anything from here. */
async function visitFrame(): Promise<void> {
  const tell = (told: unknown) => fetch('/told', { method: 'POST', body: JSON.stringify(told) });
  const until = async <T>(read: () => T | null | undefined | false): Promise<T> => {
    for (;;) {
      const value = read();
      if (value) return value;
      await new Promise((done) => setTimeout(done, 50));
    }
  };
  const find = (selector: string) =>
    document.querySelector('iframe')?.contentDocument?.querySelector<HTMLElement>(selector);
  const textOf = (selector: string): string => find(selector)?.textContent.trim() ?? '';
  const press = async (demo: string): Promise<string> => {
    const button = await until(() => find(`${demo} button:not([disabled])`));
    button.click();
    const said = (): string => textOf(`${demo} .report`);
    return until(() => /in your browser|could not/.test(said()) && said());
  };
  try {
    await tell({
      agent: navigator.userAgent,
      measured: await press('.math-demo'),
      says: await press('.fingerprint-demo'),
      digest: textOf('.fingerprint-demo .all:last-child code'),
      by: textOf('.fingerprint-demo .by'),
      sqrt: textOf('.math-demo .others tbody tr:last-child td:nth-child(2)'),
    });
  } catch (error) {
    await tell({ error: String(error) });
  }
}

/** What the page about exp said when its two demos had run. */
export interface Told {
  readonly agent: string;
  readonly measured: string;
  readonly says: string;
  readonly digest: string;
  /** Whether the worker could use WebAssembly. */
  readonly by: string;
  /** At how many arguments Math.sqrt differs from Node's. */
  readonly sqrt: string;
}

const patience = 90_000;

export interface Host<T> {
  /** The page of ours. */
  readonly address: string;
  /** What it sent home. */
  readonly told: Promise<T>;
  readonly close: () => void;
}

/**
 * Serves a page of ours beside a built site, and hears what it sends to /told. `answer` may take a request
 * before the book does.
 */
export async function hostPage<T>(
  site: Site,
  html: string,
  answer: (request: IncomingMessage, response: ServerResponse) => boolean = () => false,
): Promise<Host<T> & { readonly server: Server }> {
  const book = createStaticServer({ dir: site.dir, base: site.base });
  const server = createServer();
  const told = new Promise<T>((resolve, reject) => {
    server.on('request', (request, response) => {
      if (request.url === '/told') {
        let body = '';
        request.on('data', (part) => (body += String(part)));
        request.on('end', () => {
          response.end();
          const said = JSON.parse(body) as T & { error?: string };
          if (said.error) reject(new Error(said.error));
          else resolve(said);
        });
      } else if (request.url === '/visit') {
        response.setHeader('content-type', 'text/html; charset=utf-8');
        response.end(html);
      } else if (!answer(request, response)) book.emit('request', request, response);
    });
  });
  const port = await listen(server, 0);
  return {
    address: `http://127.0.0.1:${port}/visit`,
    told,
    server,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Opens an address in a browser of its own until `done` comes to an end. */
export async function openUntil<T>(start: Start, address: string, done: Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'book-visit-'));
  const [program, ...args] = start(address, folder);
  // A group of its own, so that all that it starts ends with it.
  const child = spawn(program, args, { detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    const ended = new Promise<never>((_, reject) => {
      let printed = '';
      for (const stream of [child.stdout, child.stderr]) {
        stream.on('data', (part) => (printed = (printed + String(part)).slice(-2000)));
      }
      const fail = (why: string): void => reject(new Error(`${program} ${why}\n${printed}`));
      timer = setTimeout(() => fail('told nothing'), patience);
      child.on('error', (error) => fail(error.message));
      child.on('exit', (code) => fail(`ended with code ${code}`));
    });
    return await Promise.race([done, ended]);
  } finally {
    clearTimeout(timer);
    child.removeAllListeners('exit');
    if (child.pid && child.exitCode === null) process.kill(-child.pid, 'SIGTERM');
    await new Promise((rest) => setTimeout(rest, 500)); // it writes to its folder until it has ended
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

export async function readWithout(start: Start, site: Site): Promise<Told> {
  const frame = `<!doctype html><title>A visit</title><iframe src="${site.base}exp" width="1200" height="800"></iframe>
<script>(${visitFrame.toString()})()</script>`;
  const host = await hostPage<Told>(site, frame);
  try {
    return await openUntil(start, host.address, host.told);
  } finally {
    host.close();
  }
}
