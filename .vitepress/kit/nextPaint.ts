/** A page that is as good as hidden, behind another window say, need not tell. */
const unseen = 200;

/** Resolves when the next picture of the page has been drawn. A page that nobody sees draws none. */
export const nextPaint = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, document.hidden ? 0 : unseen);
  });
