/** The words of the book: the one list that marks them on the pages and fills the glossary. */

export interface Term {
  /** Its place on the page of the glossary. */
  readonly id: string;
  /** As the glossary lists it. */
  readonly term: string;
  /** The words that count as a use, whatever the case of their first letter. A space may be a line end. */
  readonly forms: readonly string[];
  /** The words that define it in its chapter, where not all of its forms do. */
  readonly defined?: string;
  /** One or two plain sentences. */
  readonly definition: string;
  /** The chapter that teaches it; there its own sentence defines it, and it is not marked. None where the book does without. */
  readonly chapter?: string;
  /** Ids of its relatives. */
  readonly also?: readonly string[];
  /** Pages on which the words mean something else. */
  readonly except?: readonly string[];
}

export const glossary: readonly Term[] = [
  {
    id: 'a-b-test',
    term: 'A/B test',
    forms: ['A/B test', 'A/B tests'],
    definition:
      'An experiment with real people: some, chosen at random, get the old list and some the new, and the difference is measured.',
    chapter: 'production',
    also: ['offline-evaluation'],
  },
  {
    id: 'auc',
    term: 'AUC',
    forms: ['AUC'],
    definition:
      'The share of pairs, one item that a person took and one that they did not, in which the taken one has the higher score. It counts a mistake at the bottom of the list as much as one at the top.',
    chapter: 'bpr',
    also: ['triple', 'margin'],
  },
  {
    id: 'als',
    term: 'ALS, alternating least squares',
    forms: ['alternating least squares'],
    definition:
      'A model of factors that solves for those of all users, then for those of all items, and so on in turns.',
    chapter: 'implicit-als',
    also: ['half-step', 'matrix-factorisation'],
  },
  {
    id: 'nearest-neighbours',
    term: 'approximate nearest neighbours',
    forms: ['approximate nearest neighbours', 'approximate index', 'HNSW'],
    definition:
      'An index that finds most of the vectors nearest to a given one while it looks at a small part of them.',
    chapter: 'production',
    also: ['dot-product', 'candidates'],
  },
  {
    id: 'baseline',
    term: 'baseline',
    forms: ['baseline', 'baselines'],
    definition:
      'A plain model that others are held against. What does not pass it is not worth its cost.',
    also: ['recall', 'offline-evaluation'],
  },
  {
    id: 'bootstrap',
    term: 'bootstrap',
    forms: ['bootstrap'],
    definition:
      'A way to an interval without a formula: draw as many users as there are, with replacement, take their mean, and do it a thousand times. How far these means spread says how uncertain the first mean is.',
    chapter: 'evaluation',
    also: ['confidence-interval'],
  },
  {
    id: 'bpr',
    term: 'BPR, Bayesian personalized ranking',
    forms: ['Bayesian personalized ranking'],
    defined: 'train on the order itself',
    definition:
      'A model of factors that learns which of two items a person puts first, one triple after the other.',
    chapter: 'bpr',
    also: ['triple', 'matrix-factorisation'],
  },
  {
    id: 'candidates',
    term: 'candidates',
    forms: ['candidates'],
    definition:
      'The items that a list is made from. In this book all that the person has not had; in a large service the few hundred that a first, quick search finds.',
    chapter: 'production',
    also: ['nearest-neighbours', 'two-stage'],
  },
  {
    id: 'ceiling',
    term: 'ceiling',
    forms: ['ceiling', 'ceilings'],
    definition:
      'The recall that no model can pass on a split, because some hidden items may stand on no list. Where the log is made up, ranking by the true probabilities gives the recall that can be expected at best.',
    chapter: 'leaderboard',
    also: ['recall', 'held-out-item'],
  },
  {
    id: 'cholesky',
    term: 'Cholesky factorisation',
    forms: ['Cholesky'],
    definition:
      'A symmetric, positive definite matrix written as a triangle times its own mirror image, after which a system of equations is solved by substitution.',
    chapter: 'implicit-als',
    also: ['positive-definite', 'normal-equations'],
  },
  {
    id: 'cold-start',
    term: 'cold start',
    forms: ['cold start'],
    definition:
      'The first days of a person or an item, of whom the log knows nothing yet. A personal model has nothing to say about such a person, and no model that learns from the log alone can rank such an item.',
    chapter: 'content-based',
    also: ['fold-in', 'interaction-log'],
  },
  {
    id: 'collaborative-filtering',
    term: 'collaborative filtering',
    forms: ['collaborative', 'collaborative filtering'],
    definition:
      'To recommend from what many people took, without a look at what the items are. The people do the work for one another.',
    chapter: 'item-item-cf',
    also: ['co-occurrence', 'factors'],
  },
  {
    id: 'confidence',
    term: 'confidence',
    forms: ['confidence'],
    definition:
      'How much an error in one cell of the matrix costs. Implicit ALS gives a cell with an event more of it than an empty one.',
    chapter: 'implicit-als',
    also: ['implicit-feedback', 'objective'],
  },
  {
    id: 'confidence-interval',
    term: 'confidence interval',
    forms: ['interval', 'intervals', 'confidence interval', 'confidence intervals'],
    definition:
      'A range around a measured mean: over many logs, 95 of 100 such ranges hold the true one. That of a rate is exact (at least 95), that of nDCG and MAP comes from a bootstrap, and that over several logs from Student’s t.',
    chapter: 'evaluation',
    also: ['bootstrap', 'tied'],
    except: ['exp'],
  },
  {
    id: 'conjugate-gradient',
    term: 'conjugate gradient',
    forms: ['conjugate gradient', 'conjugate gradients'],
    definition:
      'A way to solve a system of linear equations in steps, each of which brings the answer nearer. In ALS a few steps are enough, and they cost less than the exact solution.',
    also: ['normal-equations', 'cholesky'],
  },
  {
    id: 'co-occurrence',
    term: 'co-occurrence',
    forms: ['co-occurrence', 'co-occurrences'],
    defined: 'users who have both items',
    definition: 'How many users two items share: the count behind “who had this also had that”.',
    chapter: 'item-item-cf',
    also: ['cosine-similarity', 'neighbour'],
  },
  {
    id: 'cosine-similarity',
    term: 'cosine similarity',
    forms: ['cosine', 'cosines', 'cosine similarity'],
    defined: 'cosine of the angle',
    definition:
      'The cosine of the angle between two vectors: their dot product, divided by both lengths. It is 1 where they point the same way and 0 where they have nothing in common.',
    chapter: 'content-based',
    also: ['dot-product'],
  },
  {
    id: 'coverage',
    term: 'coverage of the catalogue',
    forms: ['coverage'],
    definition:
      'The share of all items that stand on the list of at least one person. A list that is the same for everyone covers little.',
    chapter: 'leaderboard',
    also: ['gini', 'long-tail'],
  },
  {
    id: 'compressed-sparse-rows',
    term: 'compressed sparse rows',
    forms: ['compressed sparse rows'],
    definition:
      'A matrix of zeros and ones, kept as the column numbers of its ones, row after row, with the place where each row begins.',
    chapter: 'data',
    also: ['sparse', 'user-item-matrix'],
  },
  {
    id: 'discount',
    term: 'discount',
    forms: ['discount'],
    definition: 'What a hit loses for standing lower in the list. nDCG discounts by a logarithm.',
    chapter: 'evaluation',
    also: ['ndcg', 'map'],
  },
  {
    id: 'diversity',
    term: 'diversity',
    forms: ['diversity'],
    definition:
      'How unlike each other the items of one list are. Ten volumes of one series have none of it.',
    also: ['serendipity', 'over-specialisation'],
  },
  {
    id: 'dot-product',
    term: 'dot product',
    forms: ['dot product', 'dot products'],
    definition:
      'Two rows of numbers multiplied entry by entry and added up. It is the score of a factor model.',
    chapter: 'implicit-als',
    also: ['cosine-similarity', 'factors'],
  },
  {
    id: 'ease',
    term: 'EASE, embarrassingly shallow autoencoder',
    forms: ['embarrassingly shallow autoencoder'],
    definition:
      'A model with one weight for each pair of items, all of them found at once by inverting one matrix.',
    chapter: 'ease',
    also: ['co-occurrence', 'regularisation'],
  },
  {
    id: 'embedding',
    term: 'embedding',
    forms: ['embedding', 'embeddings'],
    definition:
      'A row of learnt numbers that stands for a person, an item or a word, so that what is alike lies close together. The factors of this book are embeddings.',
    also: ['factors', 'two-tower'],
  },
  {
    id: 'epoch',
    term: 'epoch',
    forms: ['epoch', 'epochs'],
    definition: 'One pass of a training over all of its examples.',
    chapter: 'bpr',
    also: ['gradient', 'learning-rate'],
  },
  {
    id: 'explicit-feedback',
    term: 'explicit feedback',
    forms: ['explicit feedback'],
    definition:
      'What people say of a thing when they are asked, such as a number of stars. Few answer, and they answer mostly about what they chose themselves.',
    also: ['implicit-feedback', 'rmse'],
  },
  {
    id: 'exploration',
    term: 'exploration',
    forms: ['exploration', 'bandit', 'bandits'],
    definition:
      'To show now and then what nobody yet knows to be good, so that something is learnt about it. A bandit is a method that decides how often to do so.',
    also: ['cold-start', 'popularity-bias'],
  },
  {
    id: 'factors',
    term: 'factors, latent',
    forms: ['factors', 'latent factors', 'factor models', 'factor model'],
    definition:
      'A few numbers per person and per item that nobody entered. A model learns them so that their dot products give the scores.',
    chapter: 'implicit-als',
    also: ['dot-product', 'objective'],
  },
  {
    id: 'feature-vector',
    term: 'feature vector',
    forms: ['feature vector', 'vector of features', 'features'],
    defined: 'vector of features',
    definition: 'A description of an item in numbers, always in the same order.',
    chapter: 'content-based',
    also: ['profile', 'cosine-similarity'],
  },
  {
    id: 'feedback-loop',
    term: 'feedback loop',
    forms: ['feedback loop', 'feedback loops'],
    definition:
      'A recommender learns from what people chose, and people choose from what it shows. So its habits come back to it as if they were tastes.',
    chapter: 'data',
    also: ['popularity-bias', 'exploration'],
  },
  {
    id: 'fitting',
    term: 'fitting',
    forms: ['fitting'],
    definition: 'The part of a model’s work in which it reads the log and learns from it.',
    chapter: 'start',
    also: ['score', 'validation'],
  },
  {
    id: 'fold-in',
    term: 'fold-in',
    forms: ['fold in', 'folds a new user into', 'folding in', 'fold-in'],
    definition:
      'The row of one new person, solved against item factors that stay as they are. No new fit is needed.',
    chapter: 'implicit-als',
    also: ['cold-start', 'normal-equations'],
  },
  {
    id: 'gini',
    term: 'Gini coefficient',
    forms: ['Gini'],
    definition:
      'How unevenly the places on all lists are shared among the items: 0 if all are shown as often, near 1 if a few take all the places.',
    chapter: 'leaderboard',
    also: ['coverage'],
  },
  {
    id: 'gradient',
    term: 'gradient ascent, stochastic',
    forms: ['stochastic gradient ascent', 'stochastic gradient descent', 'gradient descent'],
    defined: 'uphill in small steps',
    definition:
      'To improve an objective by many small steps uphill, each along the slope at one example drawn at random. Downhill it is called descent.',
    chapter: 'bpr',
    also: ['learning-rate', 'epoch', 'objective'],
  },
  {
    id: 'half-life',
    term: 'half-life',
    forms: ['half-life', 'half-lives'],
    definition: 'The age at which an event counts half. After two of them it counts a quarter.',
    chapter: 'trending',
    also: ['profile'],
  },
  {
    id: 'half-step',
    term: 'half-step',
    forms: ['half-step', 'half-steps'],
    definition:
      'One half of an iteration of ALS: one side’s factors are held still, and those of the other are solved for exactly.',
    chapter: 'implicit-als',
    also: ['normal-equations', 'factors'],
  },
  {
    id: 'held-out-item',
    term: 'held-out item',
    forms: ['held-out item', 'held-out items', 'hidden item', 'hidden items', 'held-out event'],
    definition:
      'The item that was taken out of a person’s log before the training, and that the list should contain. In this book it is the last one that was new to them.',
    chapter: 'evaluation',
    also: ['leave-last-out', 'recall'],
  },
  {
    id: 'hit-rate',
    term: 'hit rate',
    forms: ['hit rate'],
    definition:
      'The share of test users whose list holds a hidden item. With one hidden item per user it is the recall.',
    chapter: 'evaluation',
    also: ['recall'],
  },
  {
    id: 'holm',
    term: 'Holm’s correction',
    forms: ['Holm’s correction', "Holm's correction"],
    definition:
      'Stricter p values where many pairs are compared, so that the chance of even one false alarm is at most 5 %.',
    chapter: 'leaderboard',
    also: ['p-value', 'tied'],
  },
  {
    id: 'hybrid',
    term: 'hybrid model',
    forms: ['hybrid models', 'hybrids', 'hybrid model'],
    definition:
      'A model that mixes two sources of knowledge, such as what an item is and how often it was taken.',
    chapter: 'production',
    also: ['feature-vector'],
  },
  {
    id: 'hyperparameter',
    term: 'hyperparameter',
    forms: ['hyperparameter', 'hyperparameters'],
    definition:
      'A setting that is chosen before the training, such as the number of factors; the training learns the rest. It should be chosen on a validation split, never on the test.',
    also: ['validation', 'leakage'],
  },
  {
    id: 'implicit-feedback',
    term: 'implicit feedback',
    forms: ['implicit feedback'],
    definition:
      'A record of what people did, without a word on what they thought. A missing pair may mean dislike, or that the person never met the item.',
    chapter: 'data',
    also: ['interaction-log', 'confidence', 'negative'],
  },
  {
    id: 'interaction-log',
    term: 'interaction log',
    forms: ['interaction log', 'interaction logs'],
    definition:
      'A record with one row for each event: which user took which item, and when. All models of the book learn from it.',
    chapter: 'data',
    also: ['implicit-feedback', 'user-item-matrix'],
  },
  {
    id: 'jaccard',
    term: 'Jaccard similarity',
    forms: ['Jaccard'],
    definition:
      'The number of users that two items share, divided by the number of users that have at least one of the two.',
    also: ['co-occurrence', 'cosine-similarity'],
  },
  {
    id: 'leakage',
    term: 'leakage',
    forms: ['leak', 'leaks', 'leakage'],
    definition:
      'Something of the test that got into the training, and makes a result better than it will ever be again.',
    chapter: 'evaluation',
    also: ['leave-last-out', 'validation'],
  },
  {
    id: 'learning-rate',
    term: 'learning rate',
    forms: ['learning rate'],
    definition: 'The length of one step of a training. Too short wastes time, too long overshoots.',
    chapter: 'bpr',
    also: ['gradient', 'epoch'],
  },
  {
    id: 'leave-last-out',
    term: 'leave-last-out (elsewhere: leave-one-out)',
    forms: ['leave-last-out', 'leave-one-out'],
    definition:
      'A split in which the end of every user’s log is the test, and training sees only what came before it. This book hides the last item that was new to the user; many papers hide the last event, new or not.',
    chapter: 'evaluation',
    also: ['held-out-item', 'leakage'],
  },
  {
    id: 'long-tail',
    term: 'long tail',
    forms: ['long tail'],
    definition:
      'The many items that few people take each, beside the few that everyone takes, which are called the head.',
    chapter: 'data',
    also: ['popularity-bias', 'coverage'],
  },
  {
    id: 'map',
    term: 'MAP, mean average precision',
    forms: ['MAP'],
    definition:
      'For each person the precision at the rank of every hit, averaged; then the mean over people. With one hidden item this is 1 divided by the rank.',
    chapter: 'evaluation',
    also: ['ndcg', 'recall'],
  },
  {
    id: 'margin',
    term: 'margin',
    forms: ['margin', 'margins'],
    definition:
      'The score of the taken item minus that of the other one. It is positive when the order is right.',
    chapter: 'bpr',
    also: ['triple', 'sigmoid'],
  },
  {
    id: 'matrix-factorisation',
    term: 'matrix factorisation',
    forms: ['matrix factorisation', 'matrix factorization'],
    definition:
      'To write a large matrix as a product of two narrow ones: a row of factors for each person, and one for each item. Implicit ALS and BPR both do it, each with an objective of its own.',
    defined: 'short lists of numbers',
    chapter: 'implicit-als',
    also: ['factors', 'svd', 'als', 'bpr'],
  },
  {
    id: 'mrr',
    term: 'MRR, mean reciprocal rank',
    forms: ['MRR', 'mean reciprocal rank'],
    definition:
      'A metric that gives each person 1 divided by the rank of the first hit on their list, and takes the mean. With one hidden item per person it is the same as MAP.',
    also: ['map', 'ndcg'],
  },
  {
    id: 'ndcg',
    term: 'nDCG, normalised discounted cumulative gain',
    forms: ['nDCG'],
    definition:
      'A metric that pays more for a hit near the top: 1 at rank 1, and 1 / log2(rank + 1) below, divided by the best sum that the list could have reached.',
    chapter: 'evaluation',
    also: ['discount', 'map'],
  },
  {
    id: 'negative',
    term: 'negative sampling',
    forms: ['negative sampling', 'negatives'],
    defined: 'harder negatives',
    definition:
      'To draw, for each step of a training, an item that the user does not have, and to treat it as the worse one.',
    chapter: 'bpr',
    also: ['triple', 'implicit-feedback'],
  },
  {
    id: 'neighbour',
    term: 'neighbour',
    forms: ['nearest neighbour', 'nearest neighbours', 'neighbourhood models', 'neighbours'],
    definition: 'An item that is among the most similar ones to a given item.',
    chapter: 'item-item-cf',
    also: ['cosine-similarity', 'co-occurrence'],
    except: ['leaderboard', 'production', 'evaluation'],
  },
  {
    id: 'normal-equations',
    term: 'normal equations',
    forms: ['normal equations'],
    definition:
      'The linear equations whose solution makes a sum of squared errors smallest. In ALS each row has a small system of its own.',
    chapter: 'implicit-als',
    also: ['objective', 'cholesky'],
  },
  {
    id: 'novelty',
    term: 'novelty',
    forms: ['novelty'],
    definition:
      'How little known the items of a list are, often measured by how few people took them. A list of bestsellers has little of it.',
    also: ['serendipity', 'long-tail'],
  },
  {
    id: 'objective',
    term: 'objective',
    forms: ['objective'],
    definition: 'The one number that a training makes as small, or as large, as it can.',
    chapter: 'implicit-als',
    also: ['regularisation', 'gradient'],
  },
  {
    id: 'offline-evaluation',
    term: 'offline evaluation',
    forms: ['offline evaluation', 'offline numbers'],
    definition:
      'To judge lists by a log that exists already: would they have held what people took next? It cannot say what people would have taken, had they seen the list.',
    chapter: 'evaluation',
    also: ['a-b-test', 'held-out-item'],
  },
  {
    id: 'over-specialisation',
    term: 'over-specialisation',
    forms: ['over-specialisation'],
    definition:
      'Lists made of more and more of the same, because the past is all that they are made from.',
    chapter: 'content-based',
    also: ['profile', 'coverage'],
  },
  {
    id: 'overfitting',
    term: 'overfitting',
    forms: ['overfitting', 'overfit', 'overfits'],
    definition:
      'A model overfits when it has learnt the accidents of its training log: it is right about what it has seen, and worse about what comes next.',
    also: ['regularisation', 'validation'],
  },
  {
    id: 'p-value',
    term: 'p value',
    forms: ['p value', 'p values'],
    definition:
      'How often a gap at least this large would arise by chance if the two models were equally good. A small one speaks for a real difference.',
    chapter: 'leaderboard',
    also: ['holm', 'confidence-interval'],
  },
  {
    id: 'popularity-bias',
    term: 'popularity bias',
    forms: ['popularity bias'],
    defined: 'feeds itself',
    definition:
      'Lists that show popular items even more often than people take them. What is shown gets taken, so it feeds itself.',
    chapter: 'popularity',
    also: ['long-tail', 'feedback-loop'],
  },
  {
    id: 'positive-definite',
    term: 'positive definite',
    forms: ['positive definite'],
    definition:
      'Said of a symmetric matrix that curves upwards in every direction, like a bowl. It has an inverse, and the bowl has one lowest point.',
    chapter: 'implicit-als',
    also: ['cholesky', 'regularisation'],
  },
  {
    id: 'precision',
    term: 'precision',
    forms: ['precision'],
    definition:
      'The share of a list that was right. With one hidden item it is the recall divided by k.',
    chapter: 'evaluation',
    also: ['recall'],
  },
  {
    id: 'preference',
    term: 'preference',
    forms: ['preference'],
    definition: 'What a model is told to aim at in one cell: 1 for an event, 0 for none.',
    chapter: 'implicit-als',
    also: ['confidence'],
  },
  {
    id: 'profile',
    term: 'profile',
    forms: ['profile', 'profiles'],
    definition:
      'A person in the same numbers as the items: the mean of the features of what they took, newer events counting more.',
    chapter: 'content-based',
    also: ['feature-vector', 'half-life'],
  },
  {
    id: 'recall',
    term: 'recall',
    forms: ['recall', 'recalls'],
    defined: 'Recall',
    definition:
      'The share of hidden items that stand among the first k of their user’s list. An item further down does not count.',
    chapter: 'evaluation',
    also: ['hit-rate', 'precision', 'ndcg'],
  },
  {
    id: 'recommender',
    term: 'recommender',
    forms: ['recommender', 'recommenders'],
    definition:
      'A program that takes what people did and gives back, for one of them, a short list of what they may like next.',
    chapter: 'start',
    also: ['score', 'interaction-log'],
  },
  {
    id: 'register',
    term: 'register',
    forms: ['register', 'registers'],
    definition:
      'One of the few places inside a processor that it computes with. What stays there need not be loaded from memory again.',
    chapter: 'making-it-fast',
    also: ['simd'],
  },
  {
    id: 'regularisation',
    term: 'regularisation',
    forms: ['regularisation'],
    defined: 'pulled towards 0',
    definition:
      'A pull of the learnt numbers towards 0, so that they do not grow only to fit accidents of the log.',
    chapter: 'implicit-als',
    also: ['objective', 'factors'],
  },
  {
    id: 'rmse',
    term: 'RMSE, root mean squared error',
    forms: ['RMSE'],
    definition:
      'How far predicted ratings lie from those that people gave, where large errors count most. It says little about which items stand at the top of a list.',
    also: ['explicit-feedback', 'recall'],
  },
  {
    id: 'sampled-metrics',
    term: 'sampled metrics',
    forms: ['sampled metrics', 'sampled numbers'],
    definition:
      'Metrics for which the hidden item is ranked among a few drawn items and not among all. They can put models in another order.',
    chapter: 'laboratory',
    also: ['recall', 'offline-evaluation'],
  },
  {
    id: 'score',
    term: 'score',
    forms: ['score', 'scores'],
    definition:
      'The number that a model gives to an item for a person. Sorted by it, the items are a list.',
    chapter: 'start',
    also: ['recommender'],
    // There it is a verb, or says no more than the sentence does.
    except: ['random', 'production', 'your-own-model', 'full-implementation', 'exp', 'leaderboard'],
  },
  {
    id: 'seed',
    term: 'seed',
    forms: ['seed', 'seeds'],
    definition:
      'A number that fixes all random draws: the same seed, the same result, to the last bit.',
    chapter: 'data',
  },
  {
    id: 'serendipity',
    term: 'serendipity',
    forms: ['serendipity'],
    definition:
      'A hit that is also a surprise: the person likes the item and would not have looked for it. An offline test can’t see the surprise, only the hit.',
    also: ['novelty', 'diversity', 'offline-evaluation'],
  },
  {
    id: 'shrinkage',
    term: 'shrinkage',
    forms: ['shrinkage'],
    definition:
      'A constant added to the denominator of a similarity, so that little evidence cannot reach a high value.',
    chapter: 'item-item-cf',
    also: ['cosine-similarity', 'regularisation'],
  },
  {
    id: 'sigmoid',
    term: 'sigmoid',
    forms: ['sigmoid'],
    definition:
      'The curve that turns any number into one between 0 and 1: 0 becomes one half, large numbers nearly 1.',
    chapter: 'bpr',
    also: ['margin'],
  },
  {
    id: 'simd',
    term: 'SIMD, single instruction, multiple data',
    forms: ['SIMD'],
    definition:
      'One instruction of a processor that does the same to several numbers at once, such as two additions of doubles.',
    chapter: 'making-it-fast',
    also: ['register'],
  },
  {
    id: 'sparse',
    term: 'sparse',
    forms: ['sparse'],
    defined: 'the ones alone',
    definition:
      'Said of a matrix most of whose cells are empty. It is kept without them, so memory grows with what happened.',
    chapter: 'data',
    also: ['compressed-sparse-rows', 'user-item-matrix'],
  },
  {
    id: 'svd',
    term: 'SVD, singular value decomposition',
    forms: ['SVD', 'singular value decomposition'],
    definition:
      'A matrix written as a product of three, from which the best approximation by few factors can be read. In recommendation the name often means any matrix factorisation.',
    also: ['matrix-factorisation', 'factors'],
  },
  {
    id: 'tied',
    term: 'tied models',
    forms: ['tied', 'a tie'],
    definition: 'Models that this log cannot tell apart. A larger one might.',
    chapter: 'leaderboard',
    also: ['p-value', 'confidence-interval'],
    except: ['popularity', 'random', 'trending'],
  },
  {
    id: 'ties',
    term: 'ties of scores',
    forms: ['ties'],
    defined: 'ties',
    definition:
      'Items with equal scores. Some rule must say which is listed first, and here it is the lower id.',
    chapter: 'popularity',
    also: ['score'],
    except: ['leaderboard', 'teachers'],
  },
  {
    id: 'triple',
    term: 'triple',
    forms: ['triple', 'triples'],
    definition:
      'A user, an item that they took, and one that they did not: the example that BPR learns from.',
    chapter: 'bpr',
    also: ['margin', 'negative'],
  },
  {
    id: 'two-stage',
    term: 'two-stage recommender',
    forms: ['two-stage recommender'],
    defined: 'A second model',
    definition:
      'A service in which a quick search finds some hundreds of candidates, and a slower model ranks those.',
    chapter: 'production',
    also: ['candidates', 'nearest-neighbours'],
  },
  {
    id: 'two-tower',
    term: 'two-tower model',
    forms: ['two-tower model', 'two-tower models'],
    definition:
      'Two neural networks, one that turns a person into a vector and one that does so for an item. The dot product of the two is the score, so the best items can be looked up in an index.',
    also: ['embedding', 'nearest-neighbours', 'dot-product'],
  },
  {
    id: 'user-item-matrix',
    term: 'user-item matrix',
    forms: ['user-item matrix', 'the matrix'],
    definition:
      'The log as a table: a row for each user, a column for each item, and a mark where they met.',
    chapter: 'data',
    also: ['sparse', 'interaction-log'],
  },
  {
    id: 'validation',
    term: 'validation split',
    forms: ['validation', 'validation split', 'validation items'],
    definition:
      'A second part of the log that is held out, to choose settings on. The test stays closed until they are chosen.',
    chapter: 'leaderboard',
    also: ['leakage', 'held-out-item'],
  },
];

export function termById(id: string): Term {
  const term = glossary.find((candidate) => candidate.id === id);
  if (!term) throw new Error(`glossary.ts: no term ${id}`);
  return term;
}
