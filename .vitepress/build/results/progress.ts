import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';

interface Job {
  readonly seconds: number;
  begunAt: number;
  took: number | undefined;
}

/** Says how many results are there and how long the rest may take; remembers how long each took. */
export class Progress {
  private readonly file: string;
  private readonly tell: (line: string) => void;
  private readonly every: number;
  private readonly remembered: Record<string, number>;
  private jobs: Job[] = [];
  private begunAt = 0;
  private timer: NodeJS.Timeout | undefined;

  constructor(file: string, tell: (line: string) => void, every = 5_000) {
    this.file = file;
    this.tell = tell;
    this.every = every;
    this.remembered = readSeconds(file);
  }

  secondsOf(name: string): number | undefined {
    return this.remembered[name];
  }

  /** @param work is handed a function to call when the computing itself begins */
  async follow<T>(
    name: string,
    seconds: number,
    work: (begun: () => void) => Promise<T>,
  ): Promise<T> {
    const job: Job = { seconds, begunAt: NaN, took: undefined };
    if (this.jobs.length === 0) this.begunAt = performance.now();
    this.jobs.push(job);
    this.timer ??= setInterval(() => this.say(), this.every).unref();
    try {
      const result = await work(() => (job.begunAt = performance.now()));
      return result;
    } finally {
      job.took = (performance.now() - job.begunAt) / 1000;
      this.remembered[name] = Math.round(job.took * 100) / 100;
      if (this.jobs.every(({ took }) => took !== undefined)) this.end();
    }
  }

  private say(): void {
    const now = performance.now();
    // One that waits for a thread has no beginning yet.
    const jobs = this.jobs.map(({ seconds, begunAt, took }) => {
      const passed = took ?? Math.max(0, (now - begunAt) / 1000 || 0);
      return { seconds, passed, isDone: took !== undefined };
    });
    const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
    // What was done so far says how fast this machine is; what is under way, if it takes longer than was thought.
    const expected = jobs.map(({ seconds, passed, isDone }) =>
      isDone ? seconds : Math.min(seconds, passed),
    );
    const pace = sum(jobs.map(({ passed }) => passed)) / sum(expected) || 1;
    const left = jobs.filter(({ isDone }) => !isDone);
    const toDo = left.map(({ seconds, passed }) => Math.max(0, pace * seconds - passed));
    const rest = Math.max(1, Math.round(sum(toDo) / availableParallelism()));
    const done = jobs.length - left.length;
    this.tell(`  ${done} of ${jobs.length} results computed, about ${rest} s left`);
  }

  private end(): void {
    clearInterval(this.timer);
    this.timer = undefined;
    const passed = ((performance.now() - this.begunAt) / 1000).toFixed(1);
    this.tell(`  ${this.jobs.length} results computed in ${passed} s`);
    this.jobs = [];
    mkdirSync(path.dirname(this.file), { recursive: true });
    writeFileSync(this.file, JSON.stringify(this.remembered));
  }
}

function readSeconds(file: string): Record<string, number> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, number>;
  } catch {
    return {}; // none were measured yet, or the file is broken: then those that the loaders tell
  }
}
