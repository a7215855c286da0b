import { bookDescription, bookTitle } from './texts.ts';

/** The path of an icon within the site, by its side in pixels. */
export const iconOf = (side: string): string => `icons/${side}.png`;

/** What a device is told of the book that is kept on it: https://www.w3.org/TR/appmanifest/. */
export function manifest(base: string, sides: readonly string[]): string {
  const icons = sides.flatMap((side) =>
    ['any', 'maskable'].map((purpose) => ({
      src: base + iconOf(side),
      sizes: `${side}x${side}`,
      type: 'image/png',
      purpose,
    })),
  );
  const told = {
    name: bookTitle,
    short_name: 'Recommenders',
    description: bookDescription,
    lang: 'en-GB',
    start_url: base,
    scope: base,
    display: 'minimal-ui',
    background_color: '#fbf8f1',
    theme_color: '#fbf8f1',
    icons,
  };
  return `${JSON.stringify(told, null, 2)}\n`;
}
