import type { Theme } from 'vitepress';
import 'virtual:syntax.css';
import './styles/reset.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/frame.css';
import './styles/prose.css';
import './styles/listing.css';
import './styles/math.css';
import './styles/controls.css';
import './styles/answers.css';
import './styles/take.css';
import './styles/words.css';
import './styles/sideways.css';
import './styles/print.css';
import './styles/printBook.css';
import Layout from './Layout.vue';
import { openCodeOfLink, sayLost } from '../reader/editor/arrival.ts';
import { whenMounted } from '../kit/hydrate.ts';
import { loadScript } from '../kit/loadScript.ts';
import { whenIdle } from '../kit/wait.ts';
import { keepLanguage } from './keepLanguage.ts';
import { goToLatePlaces } from './latePlaces.ts';
import { whenReached } from './whenReached.ts';

export default {
  Layout,
  enhanceApp({ router }) {
    if (!import.meta.env.SSR) keepLanguage(document.documentElement);
    openCodeOfLink(router);
    goToLatePlaces(router);
    whenReached('.listing-edit', ['click'], () => import('../reader/editor/open.ts'), {
      lost: sayLost,
    });
    const lost = (button: HTMLElement): void =>
      button.setAttribute('title', 'It could not be loaded. Check the connection, then try again.');
    whenReached('.save', ['click'], () => import('../reader/take/save.ts'), { lost });
    whenReached('.embed', ['click'], () => import('../reader/take/embed.ts'), { lost });
    if (import.meta.env.PROD && !import.meta.env.SSR) {
      // After the parts of the page, which ask for their turns when they are mounted.
      void whenMounted
        .then(() => whenIdle(() => loadScript(() => import('./keepBook.ts'))))
        .then(({ keepBook }) => keepBook(import.meta.env.BASE_URL, router))
        // Who cannot keep the book reads it all the same.
        .catch(() => undefined);
    }
    whenReached(
      'a.term',
      ['pointerover', 'focusin', 'click'],
      () => import('../reader/words/terms.ts'),
      // A finger cannot point without pressing: it gets the definition, and a link with it.
      {
        holds: (event) => event.type === 'click' && (event as PointerEvent).pointerType === 'touch',
      },
    );
    whenReached(
      '[data-symbol]',
      ['pointerover', 'focusin', 'click'],
      () => import('../reader/words/symbols.ts'),
    );
  },
} satisfies Theme;
