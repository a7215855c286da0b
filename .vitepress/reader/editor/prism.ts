// The text area that is edited, with the same text in colours behind it.
import { createEditor } from 'prism-code-editor';
import {
  addEditorHotkey,
  indentSelectedLines,
  insertLineAndIndent,
} from 'prism-code-editor/commands';
import { insertText } from 'prism-code-editor/utils';
import 'prism-code-editor/prism/languages/typescript';

export interface TextEditor {
  readonly textarea: HTMLTextAreaElement;
  readonly text: () => string;
  /** As if what differs had been typed: it can be undone. */
  readonly replace: (text: string) => void;
  readonly indent: (less: boolean) => void;
  /** Marks a line, from 1; 0 marks none. */
  readonly mark: (line: number) => void;
  /** Puts the cursor on a line, from 1, and brings it into view. */
  readonly goTo: (line: number) => void;
  readonly remove: () => void;
}

export interface TextEditorOptions {
  readonly text: string;
  /** The number that the first line has in the file. */
  readonly firstLine: number;
  readonly onInput: (text: string) => void;
  readonly onRun: () => void;
  readonly onEscape: () => void;
}

/** How many characters two texts have in common at their beginning. */
function commonStart(a: string, b: string): number {
  let n = 0;
  while (n < a.length && n < b.length && a[n] === b[n]) n++;
  return n;
}
const reversed = (text: string): string => text.split('').reverse().join('');

export function textEditor(container: HTMLElement, options: TextEditorOptions): TextEditor {
  const { text, firstLine, onInput, onRun, onEscape } = options;
  const editor = createEditor(container, { language: 'ts', value: text, tabSize: 2 });
  editor.container.style.counterReset = `line ${firstLine - 1}`;
  editor.on('update', (value) => {
    // The line that is replaced may be the marked one.
    mark(0);
    onInput(value);
  });
  const done = (act: () => void) => () => {
    act();
    return true;
  };
  addEditorHotkey(editor, 'Mod+Enter', done(onRun));
  addEditorHotkey(editor, 'Enter', (self) => insertLineAndIndent(self));
  addEditorHotkey(editor, 'Mod+]', (self) => indentSelectedLines(self));
  addEditorHotkey(editor, 'Mod+[', (self) => indentSelectedLines(self, true));
  editor.keyCommandMap['Escape'] = done(onEscape);

  function mark(line: number): void {
    for (const marked of editor.container.querySelectorAll('.wrong-line'))
      marked.classList.remove('wrong-line');
    if (line > 0) editor.lines[line]?.classList.add('wrong-line');
    editor.textarea.setAttribute('aria-invalid', String(line > 0));
  }

  return {
    textarea: editor.textarea,
    text: () => editor.value,
    replace(to) {
      const from = editor.value;
      if (from === to) return;
      const start = commonStart(from, to);
      const end = commonStart(reversed(from.slice(start)), reversed(to.slice(start)));
      insertText(editor, to.slice(start, to.length - end), start, from.length - end, start, start);
    },
    indent: (less) => void indentSelectedLines(editor, less),
    mark,
    goTo(line) {
      const start = editor.value
        .split('\n')
        .slice(0, line - 1)
        .reduce((sum, { length }) => sum + length + 1, 0);
      editor.textarea.focus({ preventScroll: true });
      editor.textarea.setSelectionRange(start, start);
      editor.lines[line]?.scrollIntoView({ block: 'center' });
    },
    remove: editor.remove,
  };
}
