// VitePress writes the language and the direction of the page once more when it comes alive. Nothing has changed,
// but a browser then looks up the style of every element anew, and the reader of a long page waits for it.

/** Lets `lang` and `dir` of an element be set to another value only. */
export function keepLanguage(root: HTMLElement): void {
  for (const name of ['lang', 'dir']) {
    Object.defineProperty(root, name, {
      configurable: true,
      get: () => root.getAttribute(name) ?? '',
      set(value: string) {
        if (value !== root.getAttribute(name)) root.setAttribute(name, value);
      },
    });
  }
}
