// Workers of `fitParallel` that note when they were asked and when they answered.
import type { CrewWorker } from '../../../code/parallel.ts';

interface Notes {
  readonly asked: number[];
  readonly answered: number[];
}

/** Each worker is asked to keep its rows, and from then on for one half-step after another, the users' first. */
export function timed(start: () => CrewWorker, alive: () => void) {
  const all: Notes[] = [];
  let began = Number.NaN;
  return {
    start(): CrewWorker {
      if (all.length === 0) began = performance.now();
      const notes: Notes = { asked: [], answered: [] };
      all.push(notes);
      return noting(start(), notes, alive);
    },
    /** Milliseconds from the first start until every worker had its rows. */
    untilReady: (): number => Math.max(...all.map(({ answered }) => answered[0])) - began,
    /** Milliseconds of each iteration: from the first request for users' rows until the last items' rows are there. */
    iterations(): number[] {
      const count = Math.floor((all[0].answered.length - 1) / 2);
      return Array.from({ length: count }, (_, n) => {
        const from = Math.min(...all.map(({ asked }) => asked[1 + 2 * n]));
        return Math.max(...all.map(({ answered }) => answered[2 + 2 * n])) - from;
      });
    },
  };
}

function noting(worker: CrewWorker, { asked, answered }: Notes, alive: () => void): CrewWorker {
  const heard = (): void => {
    answered.push(performance.now());
    alive();
  };
  if ('on' in worker) worker.on('message', heard);
  else worker.addEventListener('message', heard);
  // Of the object itself: a worker's functions ask for theirs.
  return new Proxy(worker, {
    get(target, name) {
      if (name === 'postMessage') {
        return (message: unknown) => {
          asked.push(performance.now());
          target.postMessage(message);
        };
      }
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}
