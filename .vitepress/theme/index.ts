import DefaultTheme from 'vitepress/theme-without-fonts';
import type { Theme } from 'vitepress';
import 'virtual:syntax.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/shell.css';
import './styles/prose.css';
import './styles/listing.css';
import './styles/math.css';
import './styles/controls.css';
import './styles/words.css';
import './styles/print.css';
import './styles/printBook.css';
import Layout from './Layout.vue';
import { countPages } from './arrival.ts';
import DataTable from '../kit/DataTable.vue';
import FigureFrame from '../kit/FigureFrame.vue';
import MarginNote from '../kit/MarginNote.vue';
import Measured from '../kit/Measured.vue';
import ModelMark from '../kit/ModelMark.vue';
import { lazyDemo } from './demos/lazyDemo.ts';
import ModelDemo from '../reader/demo/ModelDemo.vue';
import { openCodeOfLink, sayLost } from '../reader/editor/arrival.ts';
import { onDemand } from './onDemand.ts';
import { fetched, whenIdle } from './waiting.ts';

export default {
  extends: DefaultTheme,
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
      lazyDemo('.leaderboard-demo', () => import('../chapters/leaderboard/LeaderboardDemo.vue')),
    );
    app.component(
      'StartDemo',
      lazyDemo('.start-demo', () => import('../chapters/start/StartDemo.vue')),
    );
    app.component('ModelDemo', ModelDemo);
    countPages(router);
    openCodeOfLink(router);
    onDemand('.listing-edit', ['click'], () => import('../reader/editor/open.ts'), {
      lost: sayLost,
    });
    if (import.meta.env.PROD && !import.meta.env.SSR) {
      void whenIdle()
        .then(() => fetched(() => import('./keepBook.ts')))
        .then(({ keepBook }) => keepBook(import.meta.env.BASE_URL, router))
        // Who cannot keep the book reads it all the same.
        .catch(() => undefined);
    }
    onDemand(
      'a.term',
      ['pointerover', 'focusin', 'click'],
      () => import('../reader/words/terms.ts'),
      // A finger cannot point without pressing: it gets the definition, and a link with it.
      {
        holds: (event) => event.type === 'click' && (event as PointerEvent).pointerType === 'touch',
      },
    );
    onDemand(
      '[data-symbol]',
      ['pointerover', 'focusin', 'click'],
      () => import('../reader/words/symbols.ts'),
    );
  },
} satisfies Theme;
