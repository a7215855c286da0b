import type { ShikiTransformer, ThemeRegistrationRaw } from 'shiki';
import type { Plugin } from 'vite';
import darkTheme from 'shiki/themes/github-dark-high-contrast.mjs';
import lightTheme from 'shiki/themes/github-light-high-contrast.mjs';

/**
 * Code colours as classes. Shiki writes a style attribute on every token, which a strict content
 * security policy refuses; here each colour of the two themes has a class of its own instead.
 */

export const codeThemes = {
  light: 'github-light-high-contrast',
  dark: 'github-dark-high-contrast',
} as const;

function coloursOf(theme: ThemeRegistrationRaw): string[] {
  const colours = new Set<string>();
  const add = (colour: string | undefined): void => {
    if (colour) colours.add(colour.toLowerCase());
  };
  add(theme.colors?.['editor.foreground']);
  add(theme.colors?.['editor.background']);
  for (const rule of theme.tokenColors ?? []) add(rule.settings.foreground);
  return [...colours];
}

const light = coloursOf(lightTheme as ThemeRegistrationRaw);
const dark = coloursOf(darkTheme as ThemeRegistrationRaw);

/** The classes of text in the themes' own foreground, which is the page's ink. */
export const plainClasses: readonly string[] = ['cl0', 'cd0'];

const fontClasses: Readonly<Record<string, string>> = {
  'font-style:italic': 'ci',
  'font-weight:bold': 'cb',
  'text-decoration:underline': 'cu',
  'text-decoration:line-through': 'cs',
  'font-style:inherit': '',
  'font-weight:inherit': '',
  'text-decoration:inherit': '',
};

/** The classes for a token's style; throws on a style that the style sheet does not know. */
export function classesFor(style: Readonly<Record<string, string>>): string[] {
  const classes = new Set<string>();
  for (const [property, value] of Object.entries(style)) {
    const name = classFor(property.replace(/^--shiki-/, ''), value.toLowerCase());
    if (name) classes.add(name);
  }
  return [...classes];
}

function classFor(property: string, value: string): string {
  if (property === 'light' && light.includes(value)) return `cl${light.indexOf(value)}`;
  if (property === 'dark' && dark.includes(value)) return `cd${dark.indexOf(value)}`;
  if (property === 'light-bg' || property === 'dark-bg' || property.includes('user-select'))
    return '';
  const font = fontClasses[`${property.replace(/^(light|dark)-/, '')}:${value}`];
  if (font === undefined) throw new Error(`syntax: no class for ${property}: ${value}`);
  return font;
}

/** The theme's grey for comments is made for white; on the book's paper it needs more ink. */
const onPaper: Readonly<Record<string, string>> = { '#66707b': '#575f69' };

export function syntaxCss(): string {
  const rules = [
    ...light.map(
      (colour, index) => `html .shiki span.cl${index}{color:${onPaper[colour] ?? colour}}`,
    ),
    '@media screen {',
    ...dark.map((colour, index) => `html.dark .shiki span.cd${index}{color:${colour}}`),
    '}',
    '.shiki span.ci{font-style:italic}',
    'html .shiki span.cb{font-weight:700}',
    'html .shiki span.cu{text-decoration:underline}',
    'html .shiki span.cs{text-decoration:line-through}',
  ];
  return `${rules.join('\n')}\n`;
}

function parseStyle(style: string): Record<string, string> {
  const pairs = style.split(';').filter(Boolean);
  return Object.fromEntries(
    pairs.map((pair): [string, string] => {
      const colon = pair.indexOf(':');
      return [pair.slice(0, colon).trim(), pair.slice(colon + 1).trim()];
    }),
  );
}

/** A Shiki transformer: every style attribute becomes classes of `syntaxCss`. */
export function stylesToClasses(): ShikiTransformer {
  return {
    name: 'styles-to-classes',
    pre(node) {
      delete node.properties.style;
    },
    span(node) {
      const { style } = node.properties;
      if (typeof style !== 'string') return;
      delete node.properties.style;
      for (const name of classesFor(parseStyle(style))) this.addClassToHast(node, name);
    },
  };
}

/** A Vite plugin: the classes' style sheet as `virtual:syntax.css`. */
export function syntaxStyles(): Plugin {
  const id = '\0virtual:syntax.css';
  return {
    name: 'book-syntax-css',
    resolveId: (source) => (source === 'virtual:syntax.css' ? id : undefined),
    load: (source) => (source === id ? syntaxCss() : undefined),
  };
}
