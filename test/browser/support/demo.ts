// The demo of a model as a reader uses it: by roles and names. Where the words or the shape of the
// run bar change, only this file follows.
import type { Locator, Page } from 'playwright-core';
import { alive } from './book.ts';
import { drawn } from './drawn.ts';
import { until } from './until.ts';

export type Status = 'idle' | 'running' | 'done' | 'stopped' | 'failed';

export interface Demo {
  /** All of the demo. */
  readonly root: Locator;
  /** The list of recommendations, in order: each entry's text in one line. */
  readonly list: () => Promise<string[]>;
  /** Everything that the demo shows of its result, in order: texts, and the shapes of its figure. */
  readonly result: () => Promise<string[]>;
  /** What the run bar says. */
  readonly says: () => Promise<string>;
  readonly status: () => Promise<Status>;
  readonly becomes: (status: Status, timeout?: number) => Promise<void>;
  readonly button: (name: 'Run' | 'Stop' | 'Reset' | 'Retry' | 'Link to this state') => Locator;
  readonly slider: (label: string) => Locator;
  readonly number: (label: string | RegExp) => Locator;
  readonly runAndWait: () => Promise<void>;
}

export const personLabel = /person/i;
export const lengthLabel = /^recommend$/i;

/** The demo on a page, ready to be used. */
export async function demoOn(page: Page, title: string): Promise<Demo> {
  const root = page.getByRole('region', { name: `${title}, live` });
  const bar = root.getByRole('group', { name: 'Run', exact: true });
  const button: Demo['button'] = (name) => bar.getByRole('button', { name, exact: true });
  // A demo sleeps until the reader comes near it.
  await root.scrollIntoViewIfNeeded();
  await alive(root);

  // Kept, as long as it is on the page: to find it by its role among all elements, each time that the state of a run
  // is looked at, would keep the page busier than the run does.
  let kept: Awaited<ReturnType<typeof bar.elementHandle>> | undefined;
  const status = async (): Promise<Status> => {
    kept ??= await bar.elementHandle();
    const now = await kept.evaluate((element) => {
      const buttons = [...element.querySelectorAll('button')];
      const find = (name: string) => buttons.find(({ textContent }) => textContent.trim() === name);
      return {
        isThere: element.isConnected,
        retry: find('Retry') !== undefined,
        busy: element.getAttribute('aria-busy') === 'true',
        progress: element.querySelector('progress')?.value ?? NaN,
        text: element.textContent,
      };
    });
    if (!now.isThere) {
      kept = undefined;
      return status();
    }
    if (now.retry) return 'failed';
    if (now.busy) return 'running';
    if (/\bStopped\b/.test(now.text)) return 'stopped';
    return now.progress === 1 ? 'done' : 'idle';
  };

  const becomes = async (wanted: Status, timeout = 120_000): Promise<void> => {
    const what = `the demo of ${title} is ${wanted}`;
    await until(status, (now) => now === wanted, what, timeout);
    // The model's own figure follows by a frame.
    await drawn(page);
  };

  return {
    root,
    list: async () => {
      const list = root.getByRole('list', { name: /recommends to person/ });
      return (await list.getByRole('listitem').allInnerTexts()).map(inOneLine);
    },
    result: () => root.evaluate(contentOf),
    says: async () => inOneLine(await bar.innerText()),
    status,
    becomes,
    button,
    // A figure may have the slider of a setting once more, beside what it changes.
    slider: (label) => root.getByRole('slider', { name: label }).first(),
    number: (label) => root.getByRole('spinbutton', { name: label }),
    runAndWait: async () => {
      await button('Run').click();
      await becomes('done');
    },
  };
}

const inOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Runs in the page: texts, shapes and control values within an element, the run bar left out. */
export function contentOf(root: Element): string[] {
  const found: string[] = [];
  const shape = /^(?:d|points|transform|viewBox|[xy][12]?|c[xy]|r[xy]?|width|height|class)$/;
  const visit = (node: Node): void => {
    if (node instanceof Text) {
      const text = node.data.replace(/\s+/g, ' ').trim();
      if (text) found.push(text);
    }
    if (!(node instanceof Element)) return;
    if (node.getAttribute('aria-label') === 'Run') return;
    // What is said to a prediction is said of the run, and not a part of its result.
    if (node.classList.contains('live-only')) return;
    // What is chosen belongs to the result; what else is offered does not, and is not printed.
    if (node instanceof HTMLSelectElement) {
      found.push(`${node.name} = ${node.selectedOptions.item(0)?.text ?? ''}`);
      return;
    }
    if (node instanceof HTMLInputElement) found.push(`${node.name} = ${node.value}`);
    if (node instanceof SVGElement) {
      const attributes = [...node.attributes].filter(({ name }) => shape.test(name));
      if (attributes.length > 0) {
        found.push(attributes.map(({ name, value }) => `${name}=${value}`).join(' '));
      }
    }
    node.childNodes.forEach(visit);
  };
  visit(root);
  return found;
}
