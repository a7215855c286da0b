import type { CDPSession } from 'playwright-core';
import { expect } from 'vitest';

/** Bytes in use once all is collected that can be. */
export interface Heap {
  readonly all: number;
  /** Without the machine code that the engine makes of what runs often, which it forgets at will. */
  readonly data: number;
}

/** Of the protocol, what is asked of a page and of a worker alike. */
interface Line {
  send(method: string): Promise<unknown>;
  /** What the profiler says while it is asked for a snapshot. */
  onChunk(hear: (chunk: string) => void): () => void;
}

interface Snapshot {
  readonly snapshot: {
    readonly meta: {
      readonly node_fields: readonly string[];
      readonly node_types: readonly (readonly string[])[];
    };
  };
  readonly nodes: readonly number[];
}

function sumOf(snapshot: Snapshot): Heap {
  const { node_fields: fields, node_types: types } = snapshot.snapshot.meta;
  const [type, size] = [fields.indexOf('type'), fields.indexOf('self_size')];
  const bytes = { all: 0, data: 0 };
  for (let at = 0; at < snapshot.nodes.length; at += fields.length) {
    const kind = types[0][snapshot.nodes[at + type]];
    // What stands outside the heap, the page's layout say, is the browser's.
    if (kind === 'native') continue;
    bytes.all += snapshot.nodes[at + size];
    if (kind !== 'code') bytes.data += snapshot.nodes[at + size];
  }
  return bytes;
}

async function heapOf(line: Line): Promise<Heap> {
  for (let pass = 0; pass < 3; pass++) await line.send('HeapProfiler.collectGarbage');
  const chunks: string[] = [];
  const stop = line.onChunk((chunk) => chunks.push(chunk));
  await line.send('HeapProfiler.takeHeapSnapshot');
  stop();
  return sumOf(JSON.parse(chunks.join('')) as Snapshot);
}

function pageLine(session: CDPSession): Line {
  return {
    send: (method) => session.send(method as 'HeapProfiler.collectGarbage'),
    onChunk(hear) {
      const listener = ({ chunk }: { chunk: string }): void => {
        hear(chunk);
      };
      session.on('HeapProfiler.addHeapSnapshotChunk', listener);
      return () => session.off('HeapProfiler.addHeapSnapshotChunk', listener);
    },
  };
}

interface FromWorker {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly chunk: string };
}

/** A line to the worker of the page, which the page's own session does not reach. */
async function workerLine(session: CDPSession): Promise<Line> {
  let attached = '';
  session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    if (targetInfo.type === 'worker') attached = sessionId;
  });
  await session.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  });
  await expect.poll(() => attached).not.toBe('');
  const onMessage = (hear: (message: FromWorker) => void) => {
    const listener = ({ message }: { message: string }): void => {
      hear(JSON.parse(message) as FromWorker);
    };
    session.on('Target.receivedMessageFromTarget', listener);
    return () => session.off('Target.receivedMessageFromTarget', listener);
  };
  let lastId = 0;
  return {
    send: (method) =>
      new Promise<void>((done) => {
        const id = ++lastId;
        const stop = onMessage((message) => {
          if (message.id !== id) return;
          stop();
          done();
        });
        const message = JSON.stringify({ id, method, params: {} });
        void session.send('Target.sendMessageToTarget', { sessionId: attached, message });
      }),
    onChunk: (hear) =>
      onMessage(({ method, params }) => {
        if (method === 'HeapProfiler.addHeapSnapshotChunk' && params) hear(params.chunk);
      }),
  };
}

/** Weighs the page and its worker. */
export async function scales(session: CDPSession) {
  const lines = { page: pageLine(session), worker: await workerLine(session) };
  return async () => ({ page: await heapOf(lines.page), worker: await heapOf(lines.worker) });
}
