// The editor's look comes with the editor: a page that nobody edits does not carry it.
import layout from 'prism-code-editor/layout.css?inline';
import own from './editor.css?inline';

let adopted = false;

export function adoptStyles(): void {
  if (adopted) return;
  adopted = true;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`${layout}\n${own}`);
  document.adoptedStyleSheets.push(sheet);
}
