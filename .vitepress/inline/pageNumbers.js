// Runs on the page of the whole book alone: says in the contents, and wherever one place refers to another, on which
// page of the printed book it stands. No browser knows that before it prints (CSS has target-counter for it, and none
// has that), so the book is laid out once in columns that are as large as a page, where the same rules break it.
(() => {
  /** What holds on paper holds, and what holds on a screen does not. */
  function asOnPaper(rules) {
    for (const rule of rules) {
      const { media } = rule;
      if (media && /\bprint\b/.test(media.mediaText)) media.mediaText = 'all';
      else if (media && /\bscreen\b/.test(media.mediaText)) media.mediaText = 'not all';
      if (rule.cssRules) asOnPaper(rule.cssRules);
    }
  }

  /** A copy of the book in a frame, in columns, each of them a page. */
  async function layOut() {
    const frame = document.createElement('iframe');
    frame.className = 'print-measure';
    frame.title = 'Where the pages are counted';
    frame.setAttribute('aria-hidden', 'true');
    frame.tabIndex = -1;
    // Without it the copy would be laid out by the rules of old pages.
    frame.srcdoc = '<!DOCTYPE html>';
    const ready = new Promise((resolve) => {
      frame.onload = resolve;
    });
    document.body.append(frame);
    await ready;
    const copy = frame.contentDocument;
    for (const { name, value } of document.documentElement.attributes)
      copy.documentElement.setAttribute(name, value);
    const links = document.head.querySelectorAll('link[rel="stylesheet"]');
    const loaded = Array.from(links, (link) => {
      const own = copy.importNode(link);
      const done = new Promise((resolve, reject) => {
        own.onload = resolve;
        own.onerror = reject;
      });
      copy.head.append(own);
      return done;
    });
    await Promise.all(loaded);
    for (const sheet of copy.styleSheets) asOnPaper(sheet.cssRules);
    copy.body.className = document.body.className;
    const main = copy.importNode(document.querySelector('main'), true);
    main.classList.add('print-columns');
    copy.body.append(main);
    await copy.fonts.ready;
    return { frame, main };
  }

  /** The page of an element, from 1. */
  function pageOf(main, element) {
    const { left, width } = main.getBoundingClientRect();
    const [box] = element.getClientRects();
    return box && Math.floor((box.left - left + 0.5) / width) + 1;
  }

  const refs = (root) => [...root.querySelectorAll('a.page-ref')];

  /** Writes the numbers, and again where a number has moved what it stands before. */
  function number(main) {
    const links = refs(main);
    const targets = links.map((link) =>
      main.querySelector(`[id="${link.getAttribute('href').slice(1)}"]`),
    );
    for (const link of links) link.dataset.page = '000';
    for (let pass = 0; pass < 4; pass++) {
      const pages = targets.map((target) => String(pageOf(main, target) ?? ''));
      if (links.every((link, n) => link.dataset.page === pages[n])) return;
      links.forEach((link, n) => {
        link.dataset.page = pages[n];
      });
    }
  }

  async function numberAll() {
    const { frame, main } = await layOut();
    number(main);
    const copied = refs(main);
    refs(document).forEach((link, n) => {
      link.dataset.page = copied[n].dataset.page;
    });
    frame.remove();
  }

  window.bookPages = { layOut, numbered: document.fonts.ready.then(numberAll) };
})();
