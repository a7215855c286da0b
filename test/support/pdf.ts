// What can be read of a PDF that Chromium has made without a reader of PDFs: its objects are text.

export interface Printed {
  readonly pages: number;
  /** On which page each place stands to which a link of the page leads, from 1, by its id. */
  readonly places: ReadonlyMap<string, number>;
}

export function readPdf(pdf: Uint8Array): Printed {
  const text = Buffer.from(pdf).toString('latin1');
  const objects = new Map(
    Array.from(text.matchAll(/^(\d+) 0 obj\s([^]*?)\sendobj$/gm), ([, id, body]) => [id, body]),
  );
  const bodyOf = (id: string): string => objects.get(id) ?? '';
  const pagesIn = (id: string): string[] => {
    const kids = /\/Kids \[([^\]]*)\]/.exec(bodyOf(id))?.[1];
    if (kids === undefined) return [id];
    return Array.from(kids.matchAll(/(\d+) 0 R/g), ([, kid]) => kid).flatMap(pagesIn);
  };
  const rootId = /\/Type \/Catalog[^]*?\/Pages (\d+) 0 R/.exec(text)?.[1] ?? '';
  const pages = pagesIn(rootId);
  const named = bodyOf(/\/Dests (\d+) 0 R/.exec(text)?.[1] ?? '');
  const found = named.matchAll(/\/(\S+) \[(\d+) 0 R \/XYZ/g);
  const places = Array.from(found, ([, name, page]): [string, number] => {
    const id = name.replace(/#([0-9a-fA-F]{2})/g, (_, code: string) =>
      String.fromCharCode(parseInt(code, 16)),
    );
    return [id, pages.indexOf(page) + 1];
  });
  return { pages: pages.length, places: new Map(places) };
}
