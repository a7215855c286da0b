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
import './styles/words.css';
import './styles/print.css';
import './styles/printBook.css';
import Layout from './Layout.vue';
import DataTable from '../kit/DataTable.vue';
import FigureFrame from '../kit/FigureFrame.vue';
import MarginNote from '../kit/MarginNote.vue';
import Measured from '../kit/Measured.vue';
import ModelMark from '../kit/ModelMark.vue';
import ModelDemo from '../reader/demo/ModelDemo.vue';
import { openCodeOfLink, sayLost } from '../reader/editor/arrival.ts';
import { hydrateWhenVisible, whenMounted } from './hydrate.ts';
import { loadScript } from './loadScript.ts';
import { whenIdle } from './wait.ts';
import { whenReached } from './whenReached.ts';

export default {
  Layout,
  enhanceApp({ app, router }) {
    app.component('DataTable', DataTable);
    app.component('FigureFrame', FigureFrame);
    app.component('MarginNote', MarginNote);
    app.component('Measured', Measured);
    app.component('ModelMark', ModelMark);
    // Each demo is a chunk of its own: a page loads what it shows.
    app.component(
      'LeaderboardDemo',
      hydrateWhenVisible(() => import('../chapters/leaderboard/LeaderboardDemo.vue')),
    );
    app.component(
      'StartDemo',
      hydrateWhenVisible(() => import('../chapters/start/StartDemo.vue')),
    );
    app.component('ModelDemo', ModelDemo);
    openCodeOfLink(router);
    whenReached('.listing-edit', ['click'], () => import('../reader/editor/open.ts'), {
      lost: sayLost,
    });
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
