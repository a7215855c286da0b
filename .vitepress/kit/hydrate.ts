// Parts of a page in scripts of their own. On a page that came as HTML a part already stands there complete,
// and its script makes it alive; on a page that was turned to there is nothing yet, and it comes at once.
import { defineAsyncComponent, defineComponent, getCurrentInstance, h } from 'vue';
import { nextTick, onBeforeUnmount, onMounted } from 'vue';
import type { Component } from 'vue';
import { loadScript } from './loadScript.ts';
import { sleeper } from './presses.ts';
import { whenFree, whenIdle, whenVisible } from './wait.ts';

type Load = () => Promise<Component>;

/** How long a part that is in view may wait for the page to be free. */
const soon = 200;

/** What Vue puts around several elements that stand for one component. */
const isOpening = (node: Node | null): boolean => node instanceof Comment && node.data === '[';
const isClosing = (node: Node | null): boolean => node instanceof Comment && node.data === ']';

/** The elements that are printed for a component, from the first of its nodes on. */
function printedFrom(first: unknown): Element[] {
  if (first instanceof Element) return [first];
  if (!(first instanceof Node) || !isOpening(first)) return [];
  const found: Element[] = [];
  let depth = 0;
  for (let node: Node | null = first; node; node = node.nextSibling) {
    if (isOpening(node)) depth++;
    if (isClosing(node) && --depth === 0) break;
    if (node instanceof Element) found.push(node);
  }
  return found;
}

let line = Promise.resolve();

/** Resolves when those who came before are alive: between two of them a press is heard, and a picture drawn. */
function inLine(): Promise<void> {
  line = line.then(() => whenFree(soon));
  return line;
}

interface Signal<Value> {
  readonly promise: Promise<Value>;
  readonly give: (value: Value | PromiseLike<Value>) => void;
}

/** A promise, and what resolves it. */
function signal<Value>(): Signal<Value> {
  let give: Signal<Value>['give'] = () => undefined;
  const promise = new Promise<Value>((resolve) => {
    give = resolve;
  });
  return { promise, give };
}

/** The place of a part: calls `onPrinted` with what is printed there, `onEmpty` where nothing is. */
function usePlace(onPrinted: (printed: readonly Element[]) => void, onEmpty: () => void): void {
  const instance = getCurrentInstance();
  onMounted(() => {
    const printed = printedFrom(instance?.proxy?.$el);
    if (printed.length > 0) onPrinted(printed);
    else onEmpty();
  });
}

/**
 * A part whose script comes when it is visible, when the reader presses something in it, or when the page is
 * idle; at once if the address has a query, which asks for a state.
 */
export function hydrateWhenVisible(load: Load): Component {
  return defineComponent({
    inheritAttrs: false,
    setup(_, { attrs, slots }) {
      const part = signal<Component>();
      const alive = signal<true>();
      let tellAlive = (): void => undefined;
      let script: Promise<Component> | undefined;
      let isPressed = false;

      function hydrate(printed: readonly Element[]): void {
        const asleep = sleeper(printed, () => {
          isPressed = true;
          void wake();
        });
        tellAlive = asleep.isAlive;
        async function wake(): Promise<void> {
          try {
            script ??= loadScript(load);
            const loaded = await script;
            if (!isPressed) await inLine();
            part.give(loaded);
            await alive.promise;
          } catch {
            // It stays as printed until it is pressed again.
            script = undefined;
            asleep.isLost();
          }
        }
        if (location.search === '') void whenVisible(printed[0]).then(wake);
        else void wake();
        void whenIdle(wake);
      }

      usePlace(hydrate, () => part.give(loadScript(load)));
      // For the part itself: Vue does not call it for the place that waits.
      async function onVnodeMounted(): Promise<void> {
        alive.give(true);
        // What the part has read when it was mounted is drawn first.
        await nextTick();
        tellAlive();
      }
      onBeforeUnmount(() => alive.give(true));
      const Part = defineAsyncComponent(() => (import.meta.env.SSR ? load() : part.promise));
      return () => h(Part, { ...attrs, onVnodeMounted }, slots);
    },
  });
}

/**
 * A part that says something and does nothing: where it is printed it stands for good, and its script comes
 * only where the page was turned to.
 */
export function keepPrinted(load: Load): Component {
  return defineComponent({
    inheritAttrs: false,
    setup(_, { attrs, slots }) {
      const part = signal<Component>();
      usePlace(
        () => undefined,
        () => part.give(loadScript(load)),
      );
      const Part = defineAsyncComponent(() => (import.meta.env.SSR ? load() : part.promise));
      return () => h(Part, attrs, slots);
    },
  });
}

const page = signal<true>();

/** Resolves when the first page is alive: until then nobody may change what stands there. */
export const whenMounted: Promise<unknown> = page.promise;

/** To be called once the layout is mounted. */
export const tellMounted = (): void => page.give(true);
