import { openDialog } from './dialog.ts';

/** One of several things that can be taken along. */
export interface Choice {
  readonly label: string;
  readonly take: () => void | Promise<void>;
}

/** Asks for one of them, and closes when it is taken. */
export function askWhich(title: string, note: string, choices: readonly Choice[]): void {
  openDialog(title, note, ({ button, close }) =>
    choices.map(({ label, take }) =>
      button(label, async () => {
        await take();
        close();
      }),
    ),
  );
}
