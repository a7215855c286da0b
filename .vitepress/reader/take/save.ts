// What a reader takes along of a figure or a table, as files: loaded when the first "Save" is pressed.
import { askWhich, type Choice } from './askWhich.ts';
import { csvOf } from './csv.ts';
import { download } from './download.ts';
import { figureName, pageName, wordsName } from './names.ts';
import { pictureOf, pngOf } from './picture.ts';
import { captionOf, tableRows } from './tableRows.ts';

const frames = '.figure-frame, .demo';

const textOf = (element: Element | null | undefined): string =>
  (element?.textContent ?? '').replace(/\s+/g, ' ').trim();

const page = (): string => pageName(location.pathname, import.meta.env.BASE_URL);

function saveTable(table: HTMLTableElement, name: string): void {
  download(`${name}.csv`, new Blob([csvOf(tableRows(table))], { type: 'text/csv;charset=utf-8' }));
}

/** What a figure has: its picture, twice, and each of its tables. */
function choicesOf(figure: HTMLElement): Choice[] {
  const all = [...document.querySelectorAll(frames)];
  const name = figureName(page(), all.indexOf(figure) + 1);
  const drawn = figure.querySelector(':scope > .picture') ?? figure;
  const picture = () => {
    const captions = figure.querySelectorAll('figcaption');
    return pictureOf(drawn, {
      title:
        textOf(figure.querySelector('.finding')) || figure.getAttribute('aria-label') || page(),
      description: [...captions].map(textOf).join(' '),
    });
  };
  const tables = [...figure.querySelectorAll('table')].map((table): Choice => {
    const caption = captionOf(table);
    const own = wordsName(caption);
    return {
      label: `${caption || 'Table'} (CSV)`,
      take: () => saveTable(table, own ? `${name}-${own}` : name),
    };
  });
  return [
    {
      label: 'Picture (SVG)',
      take: () => download(`${name}.svg`, new Blob([picture().svg], { type: 'image/svg+xml' })),
    },
    { label: 'Picture (PNG)', take: async () => download(`${name}.png`, await pngOf(picture())) },
    ...tables,
  ];
}

export default function save(button: HTMLElement): void {
  const figure = button.closest<HTMLElement>(frames);
  if (figure) {
    askWhich('Save this figure', 'As it stands now, in the light theme.', choicesOf(figure));
    return;
  }
  const table = button.closest('.data-table')?.querySelector('table');
  if (table) saveTable(table, `${page()}-${wordsName(captionOf(table))}`);
}
