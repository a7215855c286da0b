// Where the reader's code runs there is no network, nothing that is kept, and no way to the page. The probe
// that finds every way closed there is shown to find them open in a worker that nobody isolated.
import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { expect, test } from 'vitest';
import { sites } from '../support/site.ts';
import { useBook } from './support/book.ts';
import { findFirefox, findWebKit, hostPage, openUntil } from './support/driverless.ts';
import type { Start } from './support/driverless.ts';
import { probe, visitProbe } from './support/probe.ts';
import type { Told } from './support/probe.ts';

/** The answer of a WebSocket's server, by RFC 6455. */
const accept = (key: string): string =>
  createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64');

/** Answers everything that the probe asks for, to any origin. */
function answerProbe(request: IncomingMessage, response: ServerResponse, asked: string[]): boolean {
  const url = request.url ?? '';
  if (!url.startsWith('/probe/')) return false;
  asked.push(url);
  response.setHeader('access-control-allow-origin', '*');
  const type = url.endsWith('.js')
    ? 'text/javascript'
    : url.endsWith('events')
      ? 'text/event-stream'
      : 'text/plain';
  response.setHeader('content-type', type);
  if (type === 'text/event-stream') response.write('data: 1\n\n');
  else response.end(type === 'text/javascript' ? '0;' : 'x');
  return true;
}

/** Opens an address until what it tells has come. */
type Open = (address: string, told: Promise<Told>) => Promise<Told>;

async function probeIn(open: Open): Promise<Told & { asked: string[] }> {
  const [site] = sites;
  const asked: string[] = [];
  const script = `(${visitProbe.toString()})(${JSON.stringify(probe)}, ${JSON.stringify(`${site.base}isolated.html`)}).catch((error) => fetch('/told', { method: 'POST', body: JSON.stringify({ error: String(error) }) }))`;
  const html = `<!doctype html><meta charset="utf-8"><title>A probe</title><body><script>${script}</script>`;
  const host = await hostPage<Told>(site, html, (request, response) =>
    answerProbe(request, response, asked),
  );
  host.server.on('upgrade', (request, socket) => {
    asked.push(request.url ?? '');
    const key = accept(String(request.headers['sec-websocket-key']));
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${key}\r\n\r\n`,
    );
  });
  try {
    return { ...(await open(host.address, host.told)), asked };
  } finally {
    host.close();
  }
}

const book = useBook();

const inChromium: Open = async (address, told) => {
  const page = await book.browser().newPage();
  await page.goto(address);
  return told.finally(() => page.close());
};

const inOther = (find: () => Start | undefined) => (): Open | undefined => {
  const start = find();
  return start && ((address, told) => openUntil(start, address, told));
};

/** Ways that an engine does not have, or not in a worker: there the probe has nothing to show. */
const engines = [
  { name: 'Chromium', agent: /Chrome\//, find: () => inChromium, lacks: [] },
  { name: 'Firefox', agent: /Firefox\//, find: inOther(findFirefox), lacks: [] },
  {
    name: 'WebKit',
    agent: /AppleWebKit\//,
    find: inOther(findWebKit),
    lacks: ['storage of files'],
  },
] as const;

test.for(engines)(
  'in $name every way out is closed, and the probe can tell',
  async (engine, context) => {
    const open = engine.find();
    if (!open) return context.skip(`needs ${engine.name}, not found on this machine`);
    const { agent, free, isolated, heard, asked } = await probeIn(open);
    console.log(`${engine.name}: ${agent}`);
    expect(agent).toMatch(engine.agent);

    const lacks: readonly string[] = engine.lacks;
    const closed = Object.entries(free).filter(
      ([way, said]) => said !== 'open' && !lacks.includes(way),
    );
    expect(closed, 'ways that the probe finds closed where all is open').toEqual([]);
    const out = Object.entries(isolated).filter(([, said]) => !said.startsWith('closed: '));
    expect(out, 'ways out').toEqual([]);
    expect(Object.keys(isolated)).toEqual(Object.keys(free));

    expect(asked.filter((url) => url.includes('/isolated/'))).toEqual([]);
    const wanted = [
      'fetch',
      'no-cors',
      'xhr',
      'socket',
      'events',
      'script.js',
      'module.js',
      'nested',
    ];
    const missed = wanted.filter((way) => !asked.includes(`/probe/free/${way}`));
    expect(missed).toEqual([]);
    expect(heard).toEqual(['free']);
  },
);

/** Has the frame run a program, and collects what it says until it ends the worker. */
const framed = (program: string, sandbox: string | null) =>
  book.visit('exp', ({ page }) =>
    page.evaluate(
      ({ program, sandbox }) =>
        new Promise<{ said: number; end: string }>((done) => {
          const frame = document.createElement('iframe');
          if (sandbox !== null) frame.setAttribute('sandbox', sandbox);
          frame.src = '/isolated.html';
          let said = 0;
          addEventListener('message', ({ source, data }: MessageEvent<{ kind: string }>) => {
            if (source !== frame.contentWindow) return;
            if (data.kind === 'ready') {
              frame.contentWindow?.postMessage({ program, book: '', yours: '', task: null }, '*');
            } else if (data.kind === 'said') said++;
            else done({ said, end: data.kind });
          });
          // A frame that wants nothing to do with its page says nothing at all.
          if (sandbox === null) {
            frame.onload = () => {
              frame.contentWindow?.postMessage({ program, book: '', yours: '', task: null }, '*');
              setTimeout(() => done({ said, end: 'silence' }), 1500);
            };
          }
          document.body.append(frame);
        }),
      { program, sandbox },
    ),
  );

test('a flood of messages ends the worker, and so does a message without measure', async () => {
  const flood = await framed("for (;;) postMessage('x')", 'allow-scripts');
  expect(flood.end).toBe('flood');
  expect(flood.said).toBeLessThanOrEqual(2000);
  expect(await framed("postMessage('x'.repeat(1e6))", 'allow-scripts')).toEqual({
    said: 0,
    end: 'flood',
  });
  expect(await framed('postMessage({ a: 1 })', 'allow-scripts')).toEqual({ said: 0, end: 'flood' });
  const broken = await framed("postMessage('x'); throw new Error('halt')", 'allow-scripts');
  expect(broken).toEqual({ said: 1, end: 'broken' });
});

test('the frame does nothing for who shows it without a sandbox', async () => {
  const told = await framed("postMessage('x')", null);
  expect(told).toEqual({ said: 0, end: 'silence' });
});
