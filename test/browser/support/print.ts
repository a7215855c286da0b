// What can be measured of the book in columns that are as large as its pages: see inline/pageNumbers.js.

interface PagesInColumns {
  readonly layOut: () => Promise<{ readonly frame: HTMLIFrameElement; readonly main: HTMLElement }>;
  /** The numbers are written. */
  readonly numbered: Promise<void>;
}

declare global {
  interface Window {
    bookPages?: PagesInColumns;
  }
}

export interface Pages {
  /** How far down each page something stands, from 0 to 1. */
  readonly fills: number[];
  /** Headlines and what follows them on another page. */
  readonly parted: string[];
  /** What stands out further at the right than the margin of the page allows: see printBook.css. */
  readonly wide: string[];
  /** On which page each element with an id begins. */
  readonly places: [id: string, page: number][];
}

/** Runs in the page of the whole book. */
export async function layOutPages(): Promise<Pages> {
  const laidOut = await window.bookPages?.layOut();
  if (!laidOut) throw new Error('layOutPages: this page counts no pages');
  const { frame, main } = laidOut;
  // With the numbers that the page has found.
  const numbers = document.querySelectorAll<HTMLElement>('a.page-ref');
  main.querySelectorAll<HTMLElement>('a.page-ref').forEach((link, n) => {
    link.dataset['page'] = numbers[n].dataset['page'] ?? '';
  });
  const { left, top, width, height } = main.getBoundingClientRect();
  const pageAt = (x: number): number => Math.floor((x - left + 0.5) / width);
  const boxesOf = (part: Element | Range): DOMRect[] =>
    Array.from(part.getClientRects()).filter((box) => box.width > 1 && box.height > 1);
  const nameOf = (element: Element): string =>
    `<${element.localName} class="${element.getAttribute('class') ?? ''}"> ${element.textContent.trim().slice(0, 40)}`;

  const fills: number[] = [];
  const wide = new Set<string>();
  const mark = (boxes: readonly DOMRect[], element: Element): void => {
    for (const box of boxes) {
      const page = pageAt(box.left);
      fills[page] = Math.max(fills[page] ?? 0, (box.bottom - top) / height);
      const out = box.right - (left + (page + 1) * width);
      if (out > 18) wide.add(`page ${page + 1}, by ${out.toFixed(0)} px: ${nameOf(element)}`);
    }
  };
  for (const picture of main.querySelectorAll('svg, math')) mark(boxesOf(picture), picture);
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  const range = main.ownerDocument.createRange();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!element || node.textContent?.trim() === '') continue;
    if (element.closest('svg, math, .visually-hidden, title')) continue;
    range.selectNodeContents(node);
    mark(boxesOf(range), element);
  }

  const heads =
    'h2, h3, h4, h5, caption, thead, summary, .finding, .head, .listing-head, .exercise-number';
  const parted = Array.from(main.querySelectorAll(heads)).flatMap((head) => {
    const own = boxesOf(head);
    if (own.length === 0 || head.closest('.visually-hidden')) return [];
    let after: Element | null = head;
    let next: Element | null = null;
    while (after && after !== main && !next) {
      next = after.nextElementSibling;
      while (next && boxesOf(next).length === 0) next = next.nextElementSibling;
      after = after.parentElement;
    }
    if (!next) return [];
    const pages = [own[0], own[own.length - 1], boxesOf(next)[0]].map((box) => pageAt(box.left));
    const isWhole = pages[0] === pages[1] && pages[2] <= pages[1];
    return isWhole ? [] : [`page ${pages[0] + 1}: ${nameOf(head)}, then ${nameOf(next)}`];
  });
  const places = Array.from(main.querySelectorAll('[id]')).flatMap(
    (element): [string, number][] => {
      const [box] = Array.from(element.getClientRects());
      return box ? [[element.id, pageAt(box.left) + 1]] : [];
    },
  );
  frame.remove();
  return { fills: Array.from(fills, (fill) => fill ?? 0), parted, wide: [...wide], places };
}
