import { expect, test } from 'vitest';
import { keepLanguage } from '../../.vitepress/theme/keepLanguage.ts';

/** An element of which nothing is known but its attributes, and what was written to them. */
function elementWith(attributes: Record<string, string>) {
  const written: [string, string][] = [];
  const element = {
    lang: '',
    dir: '',
    getAttribute: (name: string) => attributes[name] ?? null,
    setAttribute(name: string, value: string) {
      attributes[name] = value;
      written.push([name, value]);
    },
  };
  keepLanguage(element as unknown as HTMLElement);
  return { element, written };
}

test('what an element says already is not written again', () => {
  const { element, written } = elementWith({ lang: 'en-GB', dir: 'ltr' });
  element.lang = 'en-GB';
  element.dir = 'ltr';
  expect(written).toEqual([]);
  expect([element.lang, element.dir]).toEqual(['en-GB', 'ltr']);
});

test('another language and another direction are', () => {
  const { element, written } = elementWith({ lang: 'en-GB' });
  expect(element.dir).toBe('');
  element.lang = 'ar';
  element.dir = 'rtl';
  expect(written).toEqual([
    ['lang', 'ar'],
    ['dir', 'rtl'],
  ]);
  expect([element.lang, element.dir]).toEqual(['ar', 'rtl']);
});
