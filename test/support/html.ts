/** The listings of a built page, read back to text. */

export interface ShownLine {
  readonly number: number;
  readonly text: string;
}

export interface ShownListing {
  readonly file: string;
  readonly region: string;
  readonly lines: readonly ShownLine[];
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&' };

export function textOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&#x([0-9a-f]+);/gi, (_, hex: string) => String.fromCodePoint(parseInt(hex, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&(lt|gt|quot|amp);/g, (_, name: string) => entities[name]);
}

export function listingsOf(html: string): ShownListing[] {
  const figures = html.matchAll(
    /<figure class="listing[^"]*" data-file="([^"]*)" data-region="([^"]*)">([\s\S]*?)<\/figure>/g,
  );
  return Array.from(figures, ([, file, region, body]) => {
    const code = /<code[^>]*>([\s\S]*?)<\/code>/.exec(body)?.[1] ?? '';
    const lines = code.split('\n').map((row): ShownLine => {
      return { number: Number(/data-line="(\d+)"/.exec(row)?.[1]), text: textOf(row) };
    });
    return { file, region, lines };
  });
}
