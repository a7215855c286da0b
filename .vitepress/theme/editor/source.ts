// The book's source, as it lies beside the book: asked for once, when the first editor opens.
import { withBase } from 'vitepress';

let asked: Promise<string> | undefined;

export function bookSource(): Promise<string> {
  asked ??= fetch(withBase('/code/recsys.ts')).then((response) => {
    if (!response.ok) throw new Error(`${response.status}`);
    return response.text();
  });
  // What failed may be tried again.
  asked.catch(() => (asked = undefined));
  return asked;
}
