// What is changed in the HTML of every page once VitePress has made it.
import { linkOf, parts } from '../chapters.ts';
import { withPolicy } from './csp.ts';

function contents(base: string): string {
  const items = parts.map((part) => {
    const lines = part.chapters.map(
      (chapter) => `<li><a href="${base}${linkOf(chapter).slice(1)}">${chapter.title}</a></li>`,
    );
    return `<li>${part.title}<ul>${lines.join('')}</ul></li>`;
  });
  return `<ul>${items.join('')}</ul>`;
}

/** VitePress prints nothing into the page of lost readers: without scripts it would be empty. */
function withLostNotice(html: string, base: string): string {
  const notice = `<noscript><main class="lost-notice"><h1>This page is not in the book</h1><p>Begin at the <a href="${base}">first page</a>, or with one of these:</p>${contents(base)}</main></noscript>`;
  const app = '<div id="app">';
  if (!html.includes(app)) throw new Error('finishedPage: the page has no place for the app');
  return html.replace(app, `${notice}${app}`);
}

export interface Finishing {
  readonly base: string;
  /** Stands after the title. */
  readonly head: string;
  readonly isLost: boolean;
}

export function finishedPage(html: string, { base, head, isLost }: Finishing): string {
  const whole = html.replace('</title>', `</title>${head}`);
  return withPolicy(isLost ? withLostNotice(whole, base) : whole);
}
