import { bytes as inWords } from '../kit/bytes.ts';

export interface Offer {
  /** How much is kept. */
  readonly bytes: number;
  readonly isKept: boolean;
  readonly keep: () => Promise<void>;
  readonly forget: () => Promise<void>;
}

/** Asks, at the foot of the page, whether the book may keep itself on the device; and offers to forget it again. */
export function offerToKeep({ bytes, isKept, keep, forget }: Offer): void {
  const place = document.querySelector<HTMLElement>('.keep-offline');
  if (!place || place.childElementCount > 0) return;
  const said = document.createElement('span');
  said.setAttribute('role', 'status');
  const button = document.createElement('button');
  button.type = 'button';

  const show = (kept: boolean, words: string): void => {
    button.textContent = kept ? 'Forget it' : 'Keep this book on the device';
    button.onclick = () => {
      void (kept ? change(forget, false, 'It is kept no longer.') : change(keep, true, keptWords));
    };
    said.textContent = words;
  };
  const keptWords = 'This book is kept on the device, and can be read without a network.';
  const askWords = `It takes ${inWords(bytes)}, and can then be read without a network.`;

  async function change(work: () => Promise<void>, willBe: boolean, words: string): Promise<void> {
    if (button.getAttribute('aria-disabled') === 'true') return;
    button.setAttribute('aria-disabled', 'true');
    said.textContent = 'One moment …';
    try {
      await work();
      show(willBe, words);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      said.textContent = `That did not work: ${why}. Nothing is kept.`;
    }
    button.removeAttribute('aria-disabled');
  }

  show(isKept, isKept ? keptWords : askWords);
  place.append(button, ' ', said);
}
