// All places of a symbol light up together: loaded when a reader first reaches for one.
import { closeNote, openNote } from './note.ts';

const hesitation = 350; // ms before the meaning is said: the light comes at once

// A rule and not a class: figures draw themselves anew, and what is drawn later is lit too.
const sheet = new CSSStyleSheet();
document.adoptedStyleSheets.push(sheet);

let pinned = '';
let lit = '';
let waiting: ReturnType<typeof setTimeout> | undefined;

const at = (element: Element): Element | null => element.closest('[data-symbol]');

/** The row of a symbol in the table of the chapter. */
function rowOf(name: string): Element | undefined {
  const rows = document.querySelectorAll<HTMLElement>('.symbol-row');
  return [...rows].find(({ dataset }) => dataset['of']?.split(' ').includes(name));
}

/** All names of a symbol: figures may call it by another one. */
const namesOf = (name: string): string[] =>
  rowOf(name)?.getAttribute('data-of')?.split(' ') ?? [name];

const placesOf = (name: string): string =>
  namesOf(name)
    .map((one) => `[data-symbol="${CSS.escape(one)}"]:not(.symbol-pin)`)
    .join();

function light(name: string): void {
  if (name === lit) return;
  lit = name;
  const places = name ? placesOf(name) : '';
  sheet.replaceSync(
    places &&
      `:is(${places}){--lit:1;background:var(--symbol-lit);box-shadow:0 0 0 .12em var(--symbol-lit),0 .2em 0 var(--accent)}
       :is(text,tspan):is(${places}){fill:var(--accent)!important;text-decoration:underline}
       @media (forced-colors:active){:is(${places}){outline:2px solid Highlight}}`,
  );
}

function say(place: Element, clientY: number): void {
  const means = rowOf(place.getAttribute('data-symbol') ?? '')?.querySelector('.symbol-means');
  const end = document.querySelector('.vp-doc')?.lastElementChild;
  if (!means || !end || place.closest('.symbols')) return;
  const said = document.createElement('span');
  said.append(...[...means.childNodes].map((node) => node.cloneNode(true)));
  for (const marked of said.querySelectorAll('[data-symbol]'))
    marked.removeAttribute('data-symbol');
  openNote(place, [said], { after: end, at: clientY });
}

function pin(name: string): void {
  pinned = name;
  light(name);
  for (const button of document.querySelectorAll('.symbol-pin')) {
    const isOn = button.getAttribute('data-symbol') === name;
    button.setAttribute('aria-pressed', String(isOn));
  }
  const status = document.querySelector('.symbols-status');
  if (!status) return;
  const count = name ? document.querySelectorAll(placesOf(name)).length : 0;
  status.textContent = name ? `${name} is lit in ${count} places of this page.` : '';
}

/** What is pinned stays lit; what was only met goes out. */
function leave(): void {
  clearTimeout(waiting);
  light(pinned);
}

document.addEventListener('pointerover', ({ target, pointerType }) => {
  if (pointerType !== 'touch' && target instanceof Element && !at(target)) leave();
});
document.addEventListener('focusout', leave);
document.addEventListener('pointerdown', ({ target, pointerType }) => {
  if (pointerType === 'touch' && target instanceof Element && !at(target)) leave();
});
document.addEventListener('keydown', ({ key }) => {
  if (key === 'Escape') pin('');
});

export default function reach(element: HTMLElement, event: Event): void {
  const name = element.getAttribute('data-symbol') ?? '';
  const isPin = element.matches('.symbol-pin');
  if (event.type === 'click' && isPin) {
    pin(pinned === name ? '' : name);
    return;
  }
  if (event.type === 'focusin') {
    if (event.target instanceof Element && event.target.matches(':focus-visible')) light(name);
    return;
  }
  const { pointerType, clientY } = event as PointerEvent;
  if (event.type === 'click') {
    if (pointerType !== 'touch') return;
    light(name);
    say(element, clientY);
    return;
  }
  if (pointerType === 'touch' || !element.matches(':hover')) return;
  light(name);
  clearTimeout(waiting);
  if (isPin) return;
  closeNote();
  waiting = setTimeout(() => {
    if (element.matches(':hover')) say(element, clientY);
  }, hesitation);
}
