// The definition of a term, where it stands: loaded when a reader first reaches for one.
import { data as chapters } from '../../kit/contents.data.ts';
import { glossary } from '../../glossary.ts';
import { closeNote, isDismissed, noteIsOn, openNote } from './note.ts';

const hesitation = 120; // ms: a pointer on its way to elsewhere opens nothing

function link(href: string, text: string): HTMLAnchorElement {
  const element = document.createElement('a');
  element.href = href;
  element.textContent = text;
  return element;
}

function open(anchor: HTMLAnchorElement, at?: number): void {
  const id = new URL(anchor.href).hash.slice(1);
  const term = glossary.find((candidate) => candidate.id === id);
  const chapter = chapters.find((candidate) => candidate.id === term?.chapter);
  if (!term || !anchor.isConnected) return;
  const word = document.createElement('strong');
  word.textContent = `${term.term}.`;
  const said = document.createElement('span');
  said.id = 'word-note-said';
  said.append(word, ' ', term.definition);
  const links = document.createElement('span');
  links.className = 'word-note-links';
  if (chapter) {
    const home = import.meta.env.BASE_URL + chapter.link.slice(1);
    const name = chapter.number ? `chapter ${chapter.number}, ${chapter.title}` : chapter.title;
    links.append(link(`${home}#term-${id}`, `Taught in ${name}`), ' ');
  }
  links.append(link(anchor.href, 'In the glossary'));
  openNote(anchor, [said, links], { after: anchor, at, describedBy: said.id });
}

export default function reach(element: HTMLElement, event: Event): void {
  if (!(element instanceof HTMLAnchorElement) || !('popover' in element)) return;
  if (event.type === 'focusin') {
    if (element.matches(':focus-visible') && !isDismissed(element)) open(element);
    return;
  }
  const { pointerType, clientY } = event as PointerEvent;
  if (event.type === 'click') {
    if (pointerType !== 'touch') return;
    if (noteIsOn(element)) closeNote();
    else open(element, clientY);
  } else if (pointerType !== 'touch') {
    setTimeout(() => {
      if (element.matches(':hover') && !noteIsOn(element)) open(element, clientY);
    }, hesitation);
  }
}
