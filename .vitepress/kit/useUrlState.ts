import { useRoute } from 'vitepress';
import { onBeforeUnmount, onMounted, ref, shallowRef, watch } from 'vue';
import type { Ref } from 'vue';
import { defaultsOf } from './fields.ts';
import type { Field, Values } from './fields.ts';
import { formatQuery, noteOf, ownPart, parseQuery } from './urlState.ts';

export interface UrlState {
  readonly values: Readonly<Ref<Values>>;
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
 * @param onRead the address was read: at first, and when a link on the page has changed it
 */
export function useUrlState(fields: readonly Field[], onRead: () => void): UrlState {
  const route = useRoute();
  const values = shallowRef<Values>(defaultsOf(fields));
  let isRead = false;
  const note = ref('');
  let page = '';
  /** This demo's part of the address, as it was read or written last. */
  let known = '';
  let timer: ReturnType<typeof setTimeout> | undefined;

  const addressOf = (search: string): string =>
    location.origin + location.pathname + search + location.hash;

  const query = (): string => formatQuery(fields, values.value, location.search);

  function write(): void {
    clearTimeout(timer);
    // On the way to another page the address is already the other one's.
    if (location.pathname !== page) return;
    const next = query();
    if (location.search === next) return;
    try {
      // The state holds the place to scroll back to; it stays.
      history.replaceState(history.state, '', addressOf(next));
      known = ownPart(fields, next);
      route.query = next;
    } catch {
      // The address is a convenience: a browser may refuse it.
    }
  }

  function read(): void {
    known = ownPart(fields, location.search);
    const found = parseQuery(fields, location.search);
    values.value = { ...defaultsOf(fields), ...found.values };
    note.value = noteOf(found.ignored);
    onRead();
  }

  onMounted(() => {
    page = location.pathname;
    isRead = true;
    read();
  });

  watch(
    () => route.query,
    () => {
      const changed = ownPart(fields, location.search) !== known;
      if (isRead && location.pathname === page && changed) read();
    },
  );

  onBeforeUnmount(() => clearTimeout(timer));

  return {
    values,
    note,
    set(name, value) {
      values.value = { ...values.value, [name]: value };
      clearTimeout(timer);
      timer = setTimeout(write, writeDelay);
    },
    reset() {
      values.value = defaultsOf(fields);
      note.value = '';
      write();
    },
    link: () => addressOf(query()),
  };
}
