// Calls that may never end. A test's own time limit can't stop a loop that never yields; the engine
// can, from a thread of its own.
import { createContext, Script } from 'node:vm';

const context = createContext({});
const script = new Script('call()');

/** What a call throws; undefined if it returns; an error that says so if it takes too long. */
export function thrownBy(call: () => unknown, milliseconds = 30_000): unknown {
  context['call'] = call;
  try {
    script.runInContext(context, { timeout: milliseconds });
    return undefined;
  } catch (error) {
    const code: unknown = typeof error === 'object' && error && Reflect.get(error, 'code');
    if (code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') return error;
    return new Error(`did not end within ${milliseconds} ms`);
  }
}
