import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Answer, Task } from './thread.ts';

interface Waiting {
  readonly task: Task;
  readonly urgency: number;
  readonly begun: () => void;
  readonly done: (json: string) => void;
  readonly failed: (error: unknown) => void;
}

/**
 * Threads that compute results side by side, first those after which most is left to do: a long one at the end
 * would leave the other threads idle.
 */
export class Pool {
  private readonly program: string;
  private readonly workerData: unknown;
  private readonly size: number;
  private idle: Worker[] = [];
  private readonly busy = new Map<Worker, Waiting>();
  private readonly waiting: Waiting[] = [];
  private isClosed = false;

  /** @param program the compiled thread.ts */
  constructor(program: string, workerData: unknown, size = availableParallelism()) {
    this.program = program;
    this.workerData = workerData;
    this.size = size;
  }

  /**
   * @param urgency seconds of work, about, until all is done that begins with this task
   * @param begun called when a thread takes the task
   * @returns the result as JSON
   */
  run(task: Task, urgency: number, begun: () => void): Promise<string> {
    if (this.isClosed) return Promise.reject(new Error('broken off'));
    return new Promise((done, failed) => {
      this.waiting.push({ task, urgency, begun, done, failed });
      this.waiting.sort((a, b) => b.urgency - a.urgency);
      this.soon();
    });
  }

  /** Breaks off what is under way, and what waits. */
  async close(): Promise<void> {
    this.isClosed = true;
    for (const { failed } of this.waiting.splice(0)) failed(new Error('broken off'));
    await Promise.all(Array.from(this.busy.keys(), (worker) => worker.terminate()));
    await Promise.all(this.idle.map((worker) => worker.terminate()));
  }

  /** Not at once: what is asked for in the same breath, or for the sake of what has just come, may take longer. */
  private soon(): void {
    setImmediate(() => this.next());
  }

  private next(): void {
    const waiting = this.waiting[0];
    if (!waiting) return;
    const worker = this.idle.pop() ?? this.hire();
    if (!worker) return;
    this.waiting.shift();
    this.busy.set(worker, waiting);
    worker.ref();
    waiting.begun();
    worker.postMessage(waiting.task);
  }

  /** Another thread, while there may be more. */
  private hire(): Worker | undefined {
    if (this.busy.size >= this.size) return undefined;
    const worker = new Worker(this.program, { workerData: this.workerData });
    worker.on('message', (answer: Answer) => {
      const asked = this.free(worker);
      this.idle.push(worker);
      worker.unref(); // a thread without work keeps nobody waiting
      if ('json' in answer) asked?.done(answer.json);
      else asked?.failed(answer.error);
      this.soon();
    });
    const lost = (error: unknown) => {
      this.idle = this.idle.filter((other) => other !== worker);
      this.free(worker)?.failed(error);
      this.soon();
    };
    worker.on('error', lost);
    worker.on('exit', (code) => lost(new Error(`a thread ended with code ${code}`)));
    return worker;
  }

  private free(worker: Worker): Waiting | undefined {
    const asked = this.busy.get(worker);
    this.busy.delete(worker);
    return asked;
  }
}
