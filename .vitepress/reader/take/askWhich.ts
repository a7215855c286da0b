/** One of several things that can be taken along. */
export interface Choice {
  readonly label: string;
  readonly take: () => void | Promise<void>;
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  text: string,
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

/** Asks for one of them. Focus, Escape and the way back are the browser's. */
export function askWhich(title: string, note: string, choices: readonly Choice[]): void {
  const dialog = element('dialog', '');
  dialog.className = 'take-dialog';
  const head = element('h2', title);
  head.id = 'take-head';
  dialog.setAttribute('aria-labelledby', head.id);
  const trouble = element('p', '');
  trouble.setAttribute('role', 'alert');
  const buttons = choices.map(({ label, take }) => {
    const button = element('button', label);
    button.type = 'button';
    button.className = 'button';
    button.addEventListener('click', () => {
      void (async () => {
        await take();
        dialog.close();
      })().catch((error: unknown) => {
        trouble.textContent = `That did not work: ${error instanceof Error ? error.message : String(error)}.`;
      });
    });
    return button;
  });
  const cancel = element('button', 'Cancel');
  cancel.type = 'button';
  cancel.className = 'button';
  cancel.addEventListener('click', () => dialog.close());
  dialog.append(head, element('p', note), ...buttons, trouble, cancel);
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
