// A link that carries code opens the editor of its region, with that code in it. It never runs by itself.
import { whenMounted } from '../../kit/hydrate.ts';
import { fromHash, hasCode } from './link.ts';
import type { Shared } from './link.ts';
import { openWith, regionOf } from './open.ts';
import { fileToChange } from './source.ts';

/** Said at the top of the page: the link can't be followed. */
function say(message: string): void {
  document.querySelector('.shared-trouble')?.remove();
  const note = document.createElement('p');
  note.className = 'shared-trouble custom-block warning';
  note.setAttribute('role', 'alert');
  note.textContent = message;
  document.querySelector('main .vp-doc')?.prepend(note);
  note.scrollIntoView({ block: 'center' });
}

function figureOf({ file, region }: Shared): HTMLElement | undefined {
  const figures = document.querySelectorAll<HTMLElement>('main figure.listing');
  return [...figures].find(
    (figure) =>
      // A region may have moved between the module and its toolbox since the link was made.
      fileToChange(figure.dataset['file'] ?? '') === fileToChange(file) &&
      regionOf(figure) === region &&
      figure.querySelector('.listing-edit'),
  );
}

const frame = (): Promise<number> => new Promise((done) => requestAnimationFrame(done));

/** The listing, once the page stands and is alive; undefined where it does not come. */
async function figureFor(shared: Shared): Promise<HTMLElement | undefined> {
  await whenMounted;
  // A page that is turned to is drawn within a few frames.
  for (let frames = 0; frames < 20; frames++) {
    const figure = figureOf(shared);
    if (figure) return figure;
    await frame();
  }
  return undefined;
}

export default async function openShared(hash: string): Promise<void> {
  if (!hasCode(hash)) return;
  try {
    const shared = await fromHash(hash);
    const figure = await figureFor(shared);
    if (figure) openWith(figure, shared);
    else
      say(
        `The code in this link changes ${shared.region}, which this page of the book does not have.`,
      );
  } catch (error) {
    const why = error instanceof Error ? error.message : 'it can’t be read';
    say(`The code in this link was not opened: ${why}.`);
  }
}
