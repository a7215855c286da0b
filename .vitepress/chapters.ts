import type { DefaultTheme } from 'vitepress';
import { isModelId, type ModelId } from './kit/modelStyle.ts';

/** The book's order: the one list that sidebar, openings, cover and tests read. */

export interface Chapter {
  /** The slug that joins page, region, catalogue entry, demo and test. */
  readonly id: string;
  /** Path within `docs/`. */
  readonly file: string;
  readonly title: string;
  /** Chapters are numbered; back matter is not. */
  readonly number?: number;
  /** The question the chapter answers, in one sentence. */
  readonly question: string;
  /** What the reader will measure, as the end of "Measured here: ...". */
  readonly measured?: string;
  /** One line for the contents. */
  readonly line: string;
}

export interface Part {
  readonly title: string;
  readonly chapters: readonly Chapter[];
}

/** A line of the contents beside each page. */
export interface ContentsEntry {
  readonly title: string;
  /** Site path without the base: `/models/bpr`. */
  readonly link: string;
  readonly number: number | undefined;
  readonly model: ModelId | undefined;
  /** The chapter whose solved exercises are marked here: see learning/marks.ts. */
  readonly exercisesOf: string | undefined;
}

export interface ContentsPart {
  readonly title: string;
  readonly entries: readonly ContentsEntry[];
}

/** What VitePress hands to the layout. */
export interface BookConfig {
  readonly contents: readonly ContentsPart[];
  /** VitePress makes the index of its local search. */
  readonly search: {
    readonly provider: 'local';
    readonly options: DefaultTheme.LocalSearchOptions;
  };
}

export const parts: readonly Part[] = [
  {
    title: 'Ground',
    chapters: [
      {
        id: 'start',
        file: 'start.md',
        number: 1,
        title: 'Start here',
        question: 'What does a recommender do, and how would we know that it works?',
        measured: 'one list for one reader, and whether it found what they took next',
        line: 'A log goes in, a ranked list comes out.',
      },
      {
        id: 'data',
        file: 'data.md',
        number: 2,
        title: 'The interaction log',
        question: 'What can be learnt from nothing but who took what, and when?',
        measured: 'how full the matrix is, and how long its tail',
        line: 'Who, what, when: three columns, and a world that made them.',
      },
      {
        id: 'evaluation',
        file: 'evaluation.md',
        number: 3,
        title: 'Evaluation',
        question: 'When is one list better than another?',
        measured: 'recall, precision, nDCG and MAP of a list, by hand and by machine',
        line: 'Hide the last choice, ask for it back, and count.',
      },
    ],
  },
  {
    title: 'Baselines',
    chapters: [
      {
        id: 'random',
        file: 'models/random.md',
        number: 4,
        title: 'Random',
        question: 'How well does a list do that knows nothing at all?',
        measured: 'the recall of chance, beside its expected value',
        line: 'The floor that every other model must clear.',
      },
      {
        id: 'popularity',
        file: 'models/popularity.md',
        number: 5,
        title: 'Popularity',
        question: 'How far does one list for everybody go?',
        measured: 'what the most taken items win, and how little of the catalogue they show',
        line: 'Count, sort, and show everyone the same.',
      },
      {
        id: 'trending',
        file: 'models/trending.md',
        number: 6,
        title: 'Trending',
        question: 'Should last week count as much as last year?',
        measured: 'the ranks of all items as the half-life moves',
        line: 'Popularity that forgets, at a rate that you set.',
      },
    ],
  },
  {
    title: 'Personal',
    chapters: [
      {
        id: 'content-based',
        file: 'models/content-based.md',
        number: 7,
        title: 'Content-based',
        question: 'Can the things themselves tell us what their reader likes?',
        measured: 'the angle between a profile and every item',
        line: 'A profile is the faded average of what one took.',
      },
      {
        id: 'item-item-cf',
        file: 'models/item-item-cf.md',
        number: 8,
        title: 'Item–item collaborative filtering',
        question: 'What do people who took this also take?',
        measured: 'the similarity of every pair of items, from co-occurrence alone',
        line: 'Two things are alike when the same people took them.',
      },
    ],
  },
  {
    title: 'Factors',
    chapters: [
      {
        id: 'implicit-als',
        file: 'models/implicit-als.md',
        number: 9,
        title: 'Implicit ALS',
        question: 'Can a few hidden numbers per person and per thing explain the whole matrix?',
        measured: 'the objective, falling with each half-step',
        line: 'Fix one side, solve the other, and turn about.',
      },
      {
        id: 'bpr',
        file: 'models/bpr.md',
        number: 10,
        title: 'Bayesian personalized ranking',
        question: 'Why predict a value, when only the order is shown?',
        measured: 'how often the taken item ranks above the one passed by, epoch by epoch',
        line: 'One pair at a time: pull this one up, push that one down.',
      },
    ],
  },
  {
    title: 'Verdict',
    chapters: [
      {
        id: 'leaderboard',
        file: 'leaderboard.md',
        number: 11,
        title: 'The leaderboard',
        question: 'Which of the seven is best here, and how sure can we be?',
        measured: 'all seven models on one split, with intervals',
        line: 'All seven on one split, fitted while you watch.',
      },
    ],
  },
  {
    title: 'Back matter',
    chapters: [
      {
        id: 'full-implementation',
        file: 'full-implementation.md',
        title: 'The full implementation',
        question: 'The whole source, as it runs on every page.',
        line: 'The one file that every page runs.',
      },
      {
        id: 'api',
        file: 'api.md',
        title: 'API at a glance',
        question: 'Every call, with its result first.',
        line: 'Every call, and the typical use.',
      },
      {
        id: 'exp',
        file: 'exp.md',
        title: 'Why the book brings its own exp',
        question: 'Why would the same code print other numbers in another browser?',
        line: 'The same bits in every browser, and how that is checked.',
      },
      {
        id: 'production',
        file: 'production.md',
        title: 'What this is and isn’t',
        question: 'What changes when the same algorithms serve millions?',
        line: 'From a page to a service: what stays and what changes.',
      },
      {
        id: 'your-own-model',
        file: 'your-own-model.md',
        title: 'Your own model',
        question: 'Does a model of your own keep its promises, and where does it stand?',
        line: 'Write the eighth: checked, and entered in the race.',
      },
      {
        id: 'glossary',
        file: 'glossary.md',
        title: 'Glossary',
        question: 'What does that word mean here, and where is it taught?',
        line: 'Every term in a sentence or two, and its chapter.',
      },
      {
        id: 'references',
        file: 'references.md',
        title: 'References',
        question: 'The papers behind the book, and what each gave to it.',
        line: 'The papers behind each chapter.',
      },
    ],
  },
];

export const chapters: readonly Chapter[] = parts.flatMap((part) => part.chapters);

export function chapterByFile(file: string): Chapter | undefined {
  return chapters.find((chapter) => chapter.file === file);
}

export function partOf(chapter: Chapter): Part {
  const part = parts.find((candidate) => candidate.chapters.includes(chapter));
  if (!part) throw new Error(`chapters.ts: ${chapter.id} belongs to no part`);
  return part;
}

/** The model a chapter is about, if it is about one. */
export function modelOf(chapter: Chapter): ModelId | undefined {
  return isModelId(chapter.id) ? chapter.id : undefined;
}

/** Site path without the base: `/models/bpr`. */
export function linkOf(chapter: Chapter): string {
  return `/${chapter.file.replace(/\.md$/, '')}`;
}
