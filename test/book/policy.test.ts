import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { tagsOf } from '../support/html.ts';
import { pages } from '../support/pages.ts';
import { pageHtml, sites } from '../support/site.ts';

const hash = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const cases = sites.flatMap((site) =>
  [...pages, '404'].map((page) => ({ site, page, base: site.base })),
);

describe.for(cases)('the policy of $base$page', ({ site, page }) => {
  const html = pageHtml(site, page);
  const tags = tagsOf(html);
  const policies = tags.filter(
    ({ attributes }) => attributes.get('http-equiv')?.toLowerCase() === 'content-security-policy',
  );
  const policy = new Map(
    (policies[0]?.attributes.get('content') ?? '').split(';').map((directive) => {
      const [name, ...sources] = directive.trim().split(/\s+/);
      return [name, sources];
    }),
  );

  test('is one, and stands before anything that it governs', () => {
    expect(policies).toHaveLength(1);
    const governed = tags.filter(({ name }) => ['script', 'link', 'style', 'img'].includes(name));
    for (const { start } of governed) expect(start).toBeGreaterThan(policies[0].start);
  });

  test('allows nothing that is not named, and no other origin', () => {
    expect(policy.get('default-src')).toEqual(["'none'"]);
    expect(policy.get('base-uri')).toEqual(["'none'"]);
    const own = /^'(?:self|none|unsafe-hashes|sha256-[A-Za-z0-9+/=]{44})'$/;
    for (const [name, sources] of policy) {
      for (const source of sources) {
        if (name === 'img-src' && source === 'data:') continue;
        expect(source, name).toMatch(own);
      }
    }
  });

  test('lets scripts run from its own files, and by the hash of each inline script', () => {
    const inline = [...html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)]
      .filter(([, attributes]) => !/\ssrc=/.test(attributes))
      .map(([, , text]) => hash(text));
    expect([...(policy.get('script-src') ?? [])].sort()).toEqual(["'self'", ...inline].sort());
    expect(policy.get('worker-src')).toEqual(["'self'"]);
    expect(policy.get('frame-src')).toEqual(["'self'"]);
  });

  test('covers every style attribute by its hash; there is no style element and no handler', () => {
    const styles = tags.flatMap(({ attributes }) => attributes.get('style') ?? []);
    expect(policy.get('style-src')).toEqual(["'self'"]);
    const named = (policy.get('style-src-attr') ?? []).filter((source) => source.includes('sha'));
    expect(named.sort()).toEqual([...new Set(styles.map(hash))].sort());
    expect(tags.filter(({ name }) => name === 'style')).toEqual([]);
    const handlers = tags.flatMap(({ attributes }) =>
      [...attributes.keys()].filter((key) => /^on[a-z]/.test(key)),
    );
    expect(handlers).toEqual([]);
  });
});

test.for(sites)(
  'the frame for the reader’s code in $base allows its one script, blobs, and nothing else',
  (site) => {
    const html = pageHtml(site, 'isolated');
    const [, policy = ''] =
      /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html) ?? [];
    const scripts = [...html.matchAll(/<script>([^]*?)<\/script>/g)].map(([, text]) => text);
    expect(scripts).toHaveLength(1);
    expect(policy).toBe(
      `default-src 'none'; script-src ${hash(scripts[0])} blob:; worker-src blob:; base-uri 'none'; form-action 'none'`,
    );
    const governed = tagsOf(html).filter(({ name }) =>
      ['script', 'link', 'img', 'style'].includes(name),
    );
    expect(governed.map(({ name }) => name)).toEqual(['script']);
  },
);
