import { besideModule } from '../editor/source.ts';
import { element, openDialog } from './dialog.ts';
import { addressOf, filesOf, modelIn, type Played } from './playground.ts';

/** What an editor holds. */
export interface Open {
  /** The region, or the whole text of a file of its own. */
  readonly text: string;
  /** The file that it changes. */
  readonly wholeFile: string;
}

/** The model that is fitted there where the open region is none. */
const usual = 'ItemItemCF';

/** @param module the text of the module, which a file of its own stands on */
export function playedOf({ text, wholeFile }: Open, module: string): Played {
  const model = modelIn(text) ?? usual;
  const own = besideModule(wholeFile);
  return own === wholeFile ? { recsys: wholeFile, model } : { recsys: module, own, model };
}

/** Asks before the reader leaves for another site, with the link that takes the code there. */
export async function openElsewhere(played: Played): Promise<void> {
  const address = await addressOf(filesOf(played));
  openDialog(
    'Open in a playground',
    'The link leads to play.vuejs.org, the playground of the Vue project, which runs the code in your browser. The code travels in the part of the address that is not sent to any server. What that site keeps or counts is its own affair.',
    ({ close }) => {
      const link = element('a', `Open ${played.model} at play.vuejs.org`);
      link.className = 'button';
      link.href = address;
      link.target = '_blank';
      link.rel = 'noopener noreferrer';
      link.addEventListener('click', close);
      return [link];
    },
  );
}
