import { onBeforeUnmount, onMounted, readonly, ref, shallowRef } from 'vue';
import type { Ref } from 'vue';
import { defaultsOf } from './fields.ts';
import type { Field, Values } from './fields.ts';
import { formatQuery, noteOf, parseQuery } from './urlState.ts';

export interface UrlState {
  readonly values: Readonly<Ref<Values>>;
  /** The values before the address was read are the defaults; true afterwards. */
  readonly ready: Readonly<Ref<boolean>>;
  /** What was ignored in the address, in one sentence. */
  readonly note: Readonly<Ref<string>>;
  readonly set: (name: string, value: number) => void;
  /** All defaults, and no query. */
  readonly reset: () => void;
  /** The address of this state. */
  readonly link: () => string;
}

/** Browsers refuse more than a few changes of the address in a second. */
const writeDelay = 300;

/**
 * The values of a demo's controls, kept in the query of the address. They are the defaults until
 * the component is mounted, so that the page is hydrated as it was printed.
 */
export function useUrlState(fields: readonly Field[], onRead?: () => void): UrlState {
  const values = shallowRef<Values>(defaultsOf(fields));
  const ready = ref(false);
  const note = ref('');
  let timer: ReturnType<typeof setTimeout> | undefined;

  const addressOf = (query: string): string =>
    location.origin + location.pathname + query + location.hash;

  function write(query: string): void {
    clearTimeout(timer);
    timer = undefined;
    try {
      // The state holds the place to scroll back to; it stays.
      history.replaceState(history.state, '', addressOf(query));
    } catch {
      // The address is a convenience: a browser may refuse it.
    }
  }

  onMounted(() => {
    const read = parseQuery(fields, location.search);
    values.value = { ...values.value, ...read.values };
    note.value = noteOf(read.ignored);
    ready.value = true;
    onRead?.();
  });

  onBeforeUnmount(() => clearTimeout(timer));

  return {
    values: readonly(values) as Readonly<Ref<Values>>,
    ready: readonly(ready),
    note: readonly(note),
    set(name, value) {
      values.value = { ...values.value, [name]: value };
      clearTimeout(timer);
      timer = setTimeout(() => write(formatQuery(fields, values.value)), writeDelay);
    },
    reset() {
      values.value = defaultsOf(fields);
      note.value = '';
      write('');
    },
    link: () => addressOf(formatQuery(fields, values.value)),
  };
}
