export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  text = '',
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

/** Says what went wrong, if it does. */
export interface Dialog {
  readonly close: () => void;
  /** A button in it; what it does may fail, and then the dialog says so. */
  readonly button: (label: string, press: () => void | Promise<void>) => HTMLButtonElement;
}

/** Opens a dialog with what `fill` makes. Focus, Escape and the way back are the browser's. */
export function openDialog(
  title: string,
  note: string,
  fill: (dialog: Dialog) => readonly HTMLElement[],
): void {
  const dialog = element('dialog');
  dialog.className = 'take-dialog';
  const head = element('h2', title);
  head.id = 'take-head';
  dialog.setAttribute('aria-labelledby', head.id);
  const trouble = element('p');
  trouble.setAttribute('role', 'alert');
  const button: Dialog['button'] = (label, press) => {
    const made = element('button', label);
    made.type = 'button';
    made.className = 'button';
    const pressed = async (): Promise<void> => {
      trouble.textContent = '';
      await press();
    };
    made.addEventListener('click', () => {
      pressed().catch((error: unknown) => {
        const why = error instanceof Error ? error.message : String(error);
        trouble.textContent = `That did not work: ${why}`;
      });
    });
    return made;
  };
  const close = (): void => dialog.close();
  const parts = fill({ close, button });
  dialog.append(head, element('p', note), ...parts, trouble, button('Close', close));
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
