import DefaultTheme from 'vitepress/theme-without-fonts';
import type { Theme } from 'vitepress';
import { defineAsyncComponent } from 'vue';
import 'virtual:syntax.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/shell.css';
import './styles/prose.css';
import './styles/listing.css';
import './styles/math.css';
import './styles/controls.css';
import './styles/print.css';
import Layout from './Layout.vue';
import DataTable from './components/DataTable.vue';
import FigureFrame from './components/FigureFrame.vue';
import MarginNote from './components/MarginNote.vue';
import Measured from './components/Measured.vue';
import ModelMark from './components/ModelMark.vue';
import ModelDemo from './demos/ModelDemo.vue';

export default {
  extends: DefaultTheme,
  Layout,
  enhanceApp({ app }) {
    app.component('DataTable', DataTable);
    app.component('FigureFrame', FigureFrame);
    app.component('MarginNote', MarginNote);
    app.component('Measured', Measured);
    app.component('ModelMark', ModelMark);
    // Each demo is a chunk of its own: a page loads what it shows.
    app.component(
      'LeaderboardDemo',
      defineAsyncComponent(() => import('./demos/LeaderboardDemo.vue')),
    );
    app.component(
      'StartDemo',
      defineAsyncComponent(() => import('./demos/StartDemo.vue')),
    );
    app.component('ModelDemo', ModelDemo);
  },
} satisfies Theme;
