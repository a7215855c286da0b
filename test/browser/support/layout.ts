// What can be measured of a laid-out page. Each function runs in the page.

/** What stands out of a page that is wider than its window; empty where nothing does. */
export function overflowing(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const wide = [...document.querySelectorAll('body *')]
    .filter((element) => element.getBoundingClientRect().right > clientWidth + 0.5)
    .map((element) => `<${element.localName} class="${element.getAttribute('class') ?? ''}">`);
  return [`${scrollWidth} px wide`, ...wide.slice(0, 8)];
}

/** Texts that end in an ellipsis, as there is no room for the rest. */
export function shortened(): string[] {
  return [...document.querySelectorAll<HTMLElement>('body *')]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }))
    .filter((element) => getComputedStyle(element).textOverflow === 'ellipsis')
    .filter((element) => element.scrollWidth > element.clientWidth)
    .map((element) => element.textContent.trim().slice(0, 40));
}

/** Texts of figures that are drawn with less than 12 px. */
export function smallTexts(): string[] {
  const found = new Set<string>();
  for (const figure of document.querySelectorAll('figure:not([data-file]), [role="region"] svg')) {
    const walker = document.createTreeWalker(figure, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      const text = node.textContent?.trim() ?? '';
      if (!element || text === '' || !element.checkVisibility()) continue;
      if (element.closest('title, desc, math, script, sup, sub')) continue;
      const box = element.getBoundingClientRect();
      if (box.width <= 1 || box.height <= 1) continue; // for screen readers alone
      const matrix = element instanceof SVGGraphicsElement ? element.getScreenCTM() : null;
      const scale = matrix ? Math.hypot(matrix.b, matrix.d) : 1;
      const size = scale * parseFloat(getComputedStyle(element).fontSize);
      if (size < 11.95) found.add(`${size.toFixed(1)} px: ${text.slice(0, 40)}`);
    }
  }
  return [...found];
}

/** Controls that are less than 24 px high or wide. */
export function smallTargets(): string[] {
  const controls = 'button, input, select, summary, textarea, [role="button"], [role="switch"]';
  return [...document.querySelectorAll(`${controls}, nav a, aside a`)].flatMap((element) => {
    if (!element.checkVisibility({ visibilityProperty: true })) return [];
    const { width, height } = element.getBoundingClientRect();
    if (width <= 1 || height <= 1) return []; // shown when it has the focus
    if (width >= 23.95 && height >= 23.95) return [];
    const name = element.getAttribute('aria-label') ?? element.textContent.trim().slice(0, 30);
    return [`<${element.localName}> ${name}: ${width.toFixed(1)} x ${height.toFixed(1)}`];
  });
}

/** Marks beside words, drawn on a small square of their own, that have grown larger than words. */
export function largeMarks(): string[] {
  return [...document.querySelectorAll<SVGSVGElement>('svg[aria-hidden="true"]')].flatMap((svg) => {
    const { width, height } = svg.viewBox.baseVal;
    const drawn = svg.getBoundingClientRect().width;
    const isStretched = svg.preserveAspectRatio.baseVal.align === 1;
    if (width < 8 || width > 24 || width !== height || drawn <= 40 || isStretched) return [];
    return [`${drawn.toFixed(0)} px: ${svg.parentElement?.textContent.trim().slice(0, 40)}`];
  });
}

/** Texts of one picture that lie on one another: their boxes share more than a sliver. */
export function overlappingTexts(): string[] {
  const found: string[] = [];
  for (const svg of document.querySelectorAll('main svg:not([aria-hidden="true"])')) {
    const texts = [...svg.querySelectorAll('text')]
      .filter((text) => text.checkVisibility() && text.textContent.trim() !== '')
      .map((text) => ({ words: text.textContent.trim(), box: text.getBoundingClientRect() }));
    texts.forEach(({ words, box }, n) => {
      for (const other of texts.slice(n + 1)) {
        const wide = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
        const high = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
        if (wide > 2 && high > 4) found.push(`“${words}” and “${other.words}”`);
      }
    });
  }
  return found;
}

/** Tables, equations and captions of which a part is out of sight, and the page does not say so. */
export function cutSideways(): string[] {
  const { clientWidth } = document.documentElement;
  const isSeen = (element: Element): boolean => {
    const { width, height } = element.getBoundingClientRect();
    return element.checkVisibility({ visibilityProperty: true }) && width > 1 && height > 1;
  };
  const nameOf = (element: Element): string =>
    `<${element.localName} class="${element.getAttribute('class') ?? ''}"> ${element.textContent.trim().slice(0, 40)}`;
  const cut = [...document.querySelectorAll('main :is(caption, figcaption)')]
    .filter((caption) => isSeen(caption) && caption.getBoundingClientRect().right > clientWidth)
    .map(nameOf);
  const boxes = '.sideways, .equation, .data-table';
  const alone = [...document.querySelectorAll('main :is(table, math[display])')]
    .filter((part) => isSeen(part) && !part.closest(boxes))
    .filter((part) => part.getBoundingClientRect().right > clientWidth)
    .map(nameOf);
  const wide = [...document.querySelectorAll<HTMLElement>(boxes)].filter(
    (box) => isSeen(box) && box.scrollWidth > box.clientWidth + 1,
  );
  const unsaid = wide.flatMap((box) => {
    const { content } = getComputedStyle(box, '::before');
    const faults = [
      ...(box.dataset['more'] === 'after' ? [] : ['does not say on which side there is more']),
      ...(content.includes('scroll') ? [] : ['no word']),
      ...(getComputedStyle(box).maskImage.includes('gradient') ? [] : ['no shade']),
      ...(box.tabIndex === 0 && box.role ? [] : ['out of reach of the keyboard']),
      ...(box.ariaLabel || box.hasAttribute('aria-labelledby') ? [] : ['no name']),
    ];
    return faults.map((fault) => `${nameOf(box)}: ${fault}`);
  });
  return [...cut, ...alone, ...unsaid];
}
