/** The plan of a course: each week begins with a chapter, and has all that come before the next week's. */
export interface Week {
  /** The slug of its first chapter: what is new in the book falls into a week by itself. */
  readonly from: string;
  readonly title: string;
  readonly inClass: string;
  readonly atHome: string;
  /** Where the book says how to do what is asked for at home. */
  readonly help?: { readonly words: string; readonly link: string };
  /** Slugs of pages of the back matter that go with it. */
  readonly also?: readonly string[];
  /** Slugs of its chapters that can be left out: no later week needs them. */
  readonly optional?: readonly string[];
}

export const weeks: readonly Week[] = [
  {
    from: 'start',
    title: 'A list, and whether it was right',
    inClass:
      'Open the first demo on the wall and let the room choose a person. Collect guesses before each list appears. Then ask how anyone could know which list was the better one.',
    atHome:
      'The exercises. Write down three lists that were made for you this week, and what made them.',
  },
  {
    from: 'data',
    title: 'What a log knows',
    inClass:
      'Play the generator by hand: one group is the dice, the others are people with tastes. Fill a small matrix on the board, and look for the tail.',
    atHome: 'The exercises. Find a log of your own, with who, what and when, for the project.',
  },
  {
    from: 'evaluation',
    title: 'Asking a fair question',
    inClass:
      'Take five people and three ways to hide an item. Let the class vote which way is fair, and then show the ceilings. Then compute the four numbers for one list at the board.',
    atHome:
      'All exercises, with the one in code. Say in writing how the log of your project will be split.',
  },
  {
    from: 'random',
    title: 'The floor, and the bestsellers',
    inClass:
      'Everyone draws a list at random, and the class compares its recall with the expectation. Then look at who is left out when everybody gets the same list.',
    atHome: 'The exercises. Both baselines on the log of the project.',
  },
  {
    from: 'trending',
    title: 'What passes',
    inClass:
      'Half of the room argues for a short memory and half for a long one, each in a world of their choice. Then run both worlds.',
    atHome: 'The exercises. Plot your log over time: does anything in it go out of fashion?',
    also: ['claims'],
  },
  {
    from: 'content-based',
    title: 'What things are like',
    inClass:
      'Describe ten films in three numbers each, in groups, and compare the numbers. Which films come out nearest to one another, and why?',
    atHome:
      'The exercises. Say which features the items of your log have, and which you would have to make.',
  },
  {
    from: 'item-item-cf',
    title: 'What people have in common',
    inClass:
      'One cosine by hand on the log that fits on paper, then the same book predicted from all the others. Which number changes its sign, and what does that say?',
    atHome:
      'The exercises. A neighbourhood model on your log, with its settings tried on held-out data.',
    help: { words: 'How to choose settings', link: '/leaderboard#a-default-is-a-choice' },
  },
  {
    from: 'implicit-als',
    title: 'Hidden numbers',
    inClass:
      'One half-step at the board, with two factors. Then go on with the buttons under “One step, by hand”: before each press, let the class say whether the error rises or falls.',
    atHome:
      'The exercises. Read one of the papers, and find a number in it that you can reproduce.',
    help: { words: 'The papers', link: '/references' },
  },
  {
    from: 'bpr',
    title: 'Learning the order',
    inClass:
      'Pairs of students hold up two books each, and the class pulls one up and pushes one down. Then ask what becomes of books that nobody is ever shown.',
    atHome:
      'The exercises. Draft the report: log, question, split, baselines, and what two more models find.',
    also: ['your-own-model', 'production'],
  },
  {
    from: 'leaderboard',
    title: 'How sure are we?',
    inClass:
      'Bet on the order of the board with play money, then draw new seeds and pay out. Close with a draft of each project, three minutes each, and let the class ask what the report must still answer.',
    atHome:
      'Finish the report: with its intervals, with answers to what the class asked, and with a line on what you would measure next.',
    optional: ['making-it-fast'],
  },
];
