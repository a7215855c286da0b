// The editor of a listing, in the place of its code: loaded when the reader first asks for one.
import { h, render } from 'vue';
import type { App } from 'vue';
import CodeEditor from './CodeEditor.vue';
import type { Shared } from './link.ts';
import { ownRegion } from './source.ts';
import { adoptStyles } from './styles.ts';

interface Opened {
  readonly host: HTMLElement;
  readonly code: HTMLElement;
}

const opened = new Map<HTMLElement, Opened>();

/** The book's app: the editor stands in text that no component knows, and must still know the router. */
function bookApp(): App | undefined {
  return document.querySelector<HTMLElement & { __vue_app__?: App }>('#app')?.__vue_app__;
}

/** A listing of a whole file has no region: there is one such file that can be edited. */
export const regionOf = (figure: HTMLElement): string => figure.dataset['region'] || ownRegion;

export function close(figure: HTMLElement, button: HTMLElement): void {
  const parts = opened.get(figure);
  if (!parts) return;
  opened.delete(figure);
  render(null, parts.host);
  parts.host.remove();
  parts.code.hidden = false;
  button.setAttribute('aria-expanded', 'false');
}

export function open(figure: HTMLElement, button: HTMLElement, shared: Shared | null): void {
  const code = figure.querySelector<HTMLElement>(':scope > .code-block');
  if (!code) return;
  const region = regionOf(figure);
  adoptStyles();
  figure.querySelector('.listing-lost')?.remove();
  const host = document.createElement('div');
  const vnode = h(CodeEditor, {
    region,
    shared,
    file: figure.dataset['file'] ?? '',
    first: Number(code.querySelector<HTMLElement>('[data-line]')?.dataset['line'] ?? 1),
    onEscape: () => button.focus(),
    onLeave: () => close(figure, button),
  });
  vnode.appContext = bookApp()?._context ?? null;
  code.hidden = true;
  figure.append(host);
  opened.set(figure, { host, code });
  render(vnode, host);
  button.setAttribute('aria-expanded', 'true');
}

/** Opens the editor with code that came by a link. */
export function openWith(figure: HTMLElement, shared: Shared): void {
  const button = figure.querySelector<HTMLElement>('.listing-edit');
  if (!button) return;
  close(figure, button);
  open(figure, button, shared);
  figure.scrollIntoView({ block: 'start' });
}

export default function toggle(button: HTMLElement): void {
  const figure = button.closest<HTMLElement>('figure.listing');
  if (!figure) return;
  if (opened.has(figure)) close(figure, button);
  else open(figure, button, null);
}
