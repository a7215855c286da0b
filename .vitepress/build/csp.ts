import { createHash } from 'node:crypto';

/** A strict policy for one finished page, from what the page really holds. */

const inlineScript = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g;
const styleAttribute = /<[a-zA-Z][^<>]*?\sstyle="([^"]*)"/g;

function hashes(html: string, pattern: RegExp): string[] {
  const found = new Set<string>();
  for (const match of html.matchAll(pattern)) {
    const text = pattern === styleAttribute ? decode(match[1]) : match[1];
    found.add(`'sha256-${createHash('sha256').update(text).digest('base64')}'`);
  }
  return [...found].sort();
}

function decode(attribute: string): string {
  return attribute
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

export function policyFor(html: string): string {
  const scripts = ["'self'", ...hashes(html, inlineScript)];
  const styles = hashes(html, styleAttribute);
  return [
    "default-src 'none'",
    `script-src ${scripts.join(' ')}`,
    "style-src 'self'",
    ...(styles.length > 0 ? [`style-src-attr 'unsafe-hashes' ${styles.join(' ')}`] : []),
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    // The one frame of the book: isolated.html, in which the reader's code runs.
    "frame-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** The page with its policy as the first thing after the charset. */
export function withPolicy(html: string): string {
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policyFor(html)}">`;
  const charset = '<meta charset="utf-8">';
  if (!html.includes(charset)) throw new Error('csp: the page has no charset to stand after');
  return html.replace(charset, `${charset}\n    ${meta}`);
}
