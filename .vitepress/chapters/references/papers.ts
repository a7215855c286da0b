// The papers behind the book, and what each gave to it. The catalogue names the paper of a model; a
// test holds the two together.

export interface Reference {
  /** Author-year, as the text cites it. */
  readonly cite: string;
  /** Anchor on the page of references. */
  readonly key: string;
  readonly authors: string;
  readonly title: string;
  readonly where: string;
  readonly url: string;
  readonly gave: string;
}

const doi = (id: string): string => `https://doi.org/${id}`;

export const references: readonly Reference[] = [
  {
    cite: 'Bachrach et al. 2014',
    key: 'bachrach-2014',
    authors:
      'Y. Bachrach, Y. Finkelstein, R. Gilad-Bachrach, L. Katzir, N. Koenigstein, N. Nice and U. Paquet',
    title:
      'Speeding up the Xbox recommender system using a Euclidean transformation for inner-product spaces',
    where: 'RecSys 2014',
    url: doi('10.1145/2645710.2645741'),
    gave: 'One more coordinate, after which the largest dot product is the nearest vector.',
  },
  {
    cite: 'Campos et al. 2014',
    key: 'campos-2014',
    authors: 'P. G. Campos, F. Díez and I. Cantador',
    title:
      'Time-aware recommender systems: a comprehensive survey and analysis of existing evaluation protocols',
    where: 'User Modeling and User-Adapted Interaction 24',
    url: doi('10.1007/s11257-012-9136-x'),
    gave: 'What time can teach a model, and how to split a log that has it.',
  },
  {
    cite: 'Celma and Cano 2008',
    key: 'celma-2008',
    authors: 'Ò. Celma and P. Cano',
    title:
      'From hits to niches? Or how popular artists can bias music recommendation and discovery',
    where: 'Netflix-KDD Workshop 2008',
    url: doi('10.1145/1722149.1722154'),
    gave: 'How far into the long tail a list by the crowd can reach.',
  },
  {
    cite: 'Chaney et al. 2018',
    key: 'chaney-2018',
    authors: 'A. J. B. Chaney, B. M. Stewart and B. E. Engelhardt',
    title:
      'How algorithmic confounding in recommendation systems increases homogeneity and decreases utility',
    where: 'RecSys 2018',
    url: doi('10.1145/3240323.3240370'),
    gave: 'Why a log that an earlier recommender shaped is not the truth about tastes.',
  },
  {
    cite: 'Covington et al. 2016',
    key: 'covington-2016',
    authors: 'P. Covington, J. Adams and E. Sargin',
    title: 'Deep neural networks for YouTube recommendations',
    where: 'RecSys 2016',
    url: doi('10.1145/2959100.2959190'),
    gave: 'The two stages of a large service: find some hundreds of candidates, then rank them.',
  },
  {
    cite: 'Cremonesi et al. 2010',
    key: 'cremonesi-2010',
    authors: 'P. Cremonesi, Y. Koren and R. Turrin',
    title: 'Performance of recommender algorithms on top-n recommendation tasks',
    where: 'RecSys 2010',
    url: doi('10.1145/1864708.1864721'),
    gave: 'Lists, not predicted stars, are what to measure; and popularity is a serious rival.',
  },
  {
    cite: 'Deshpande and Karypis 2004',
    key: 'deshpande-2004',
    authors: 'M. Deshpande and G. Karypis',
    title: 'Item-based top-N recommendation algorithms',
    where: 'ACM Transactions on Information Systems 22 (1)',
    url: doi('10.1145/963770.963776'),
    gave: 'Neighbours for a log of who has what: how many to keep, and which normalisations help.',
  },
  {
    cite: 'Ding and Li 2005',
    key: 'ding-2005',
    authors: 'Y. Ding and X. Li',
    title: 'Time weight collaborative filtering',
    where: 'CIKM 2005',
    url: doi('10.1145/1099554.1099689'),
    gave: 'Weights that halve with age.',
  },
  {
    cite: 'Efron 1979',
    key: 'efron-1979',
    authors: 'B. Efron',
    title: 'Bootstrap methods: another look at the jackknife',
    where: 'The Annals of Statistics 7 (1)',
    url: doi('10.1214/aos/1176344552'),
    gave: 'The intervals on every result.',
  },
  {
    cite: 'Ferrari Dacrema et al. 2019',
    key: 'ferrari-dacrema-2019',
    authors: 'M. Ferrari Dacrema, P. Cremonesi and D. Jannach',
    title:
      'Are we really making much progress? A worrying analysis of recent neural recommendation approaches',
    where: 'RecSys 2019',
    url: doi('10.1145/3298689.3347058'),
    gave: 'Published models that do not clear a simple bar, measured again.',
  },
  {
    cite: 'Ferrari Dacrema et al. 2021',
    key: 'ferrari-dacrema-2021',
    authors: 'M. Ferrari Dacrema, S. Boglio, P. Cremonesi and D. Jannach',
    title: 'A troubling analysis of reproducibility and progress in recommender systems research',
    where: 'ACM Transactions on Information Systems 39 (2)',
    url: doi('10.1145/3434185'),
    gave: 'Tuned simple models beside new ones, with tables that any implementation can be held to.',
  },
  {
    cite: 'Hager 1989',
    key: 'hager-1989',
    authors: 'W. W. Hager',
    title: 'Updating the inverse of a matrix',
    where: 'SIAM Review 31 (2)',
    url: doi('10.1137/1031049'),
    gave: 'Woodbury’s identity: a large inverse from a smaller one, where users are fewer than items.',
  },
  {
    cite: 'Harper and Konstan 2015',
    key: 'harper-2015',
    authors: 'F. M. Harper and J. A. Konstan',
    title: 'The MovieLens datasets: history and context',
    where: 'ACM Transactions on Interactive Intelligent Systems 5 (4)',
    url: doi('10.1145/2827872'),
    gave: 'The real log that most published results are about.',
  },
  {
    cite: 'Herlocker et al. 2004',
    key: 'herlocker-2004',
    authors: 'J. L. Herlocker, J. A. Konstan, L. G. Terveen and J. T. Riedl',
    title: 'Evaluating collaborative filtering recommender systems',
    where: 'ACM Transactions on Information Systems 22 (1)',
    url: doi('10.1145/963770.963772'),
    gave: 'What can be measured of a recommender, and what each measure misses.',
  },
  {
    cite: 'Hu, Koren and Volinsky 2008',
    key: 'hu-2008',
    authors: 'Y. Hu, Y. Koren and C. Volinsky',
    title: 'Collaborative filtering for implicit feedback datasets',
    where: 'ICDM 2008',
    url: doi('10.1109/ICDM.2008.22'),
    gave: 'Implicit ALS: preference and confidence, and the trick that skips the empty cells.',
  },
  {
    cite: 'IEEE 754-2019',
    key: 'ieee-754',
    authors: 'IEEE Computer Society',
    title: 'IEEE standard for floating-point arithmetic',
    where: 'IEEE 754-2019',
    url: doi('10.1109/IEEESTD.2019.8766229'),
    gave: 'Which operations leave no choice, so that every engine gives the same bits.',
  },
  {
    cite: 'Järvelin and Kekäläinen 2002',
    key: 'jarvelin-2002',
    authors: 'K. Järvelin and J. Kekäläinen',
    title: 'Cumulated gain-based evaluation of IR techniques',
    where: 'ACM Transactions on Information Systems 20 (4)',
    url: doi('10.1145/582415.582418'),
    gave: 'nDCG: a hit counts less the lower it stands.',
  },
  {
    cite: 'Jégou et al. 2011',
    key: 'jegou-2011',
    authors: 'H. Jégou, M. Douze and C. Schmid',
    title: 'Product quantization for nearest neighbor search',
    where: 'IEEE Transactions on Pattern Analysis and Machine Intelligence 33 (1)',
    url: doi('10.1109/TPAMI.2010.57'),
    gave: 'Searching vectors in a few bytes each, as large indexes do.',
  },
  {
    cite: 'Ji et al. 2020',
    key: 'ji-2020',
    authors: 'Y. Ji, A. Sun, J. Zhang and C. Li',
    title: 'A re-visit of the popularity baseline in recommender systems',
    where: 'SIGIR 2020',
    url: doi('10.1145/3397271.3401233'),
    gave: 'Popularity as it stood at the time of each test, and not at the end of the log.',
  },
  {
    cite: 'Ji et al. 2023',
    key: 'ji-2023',
    authors: 'Y. Ji, A. Sun, J. Zhang and C. Li',
    title: 'A critical study on data leakage in recommender system offline evaluation',
    where: 'ACM Transactions on Information Systems 41 (3)',
    url: doi('10.1145/3569930'),
    gave: 'What it does to results when a split lets the future into the training log.',
  },
  {
    cite: 'Kohavi et al. 2009',
    key: 'kohavi-2009',
    authors: 'R. Kohavi, R. Longbotham, D. Sommerfield and R. M. Henne',
    title: 'Controlled experiments on the web: survey and practical guide',
    where: 'Data Mining and Knowledge Discovery 18 (1)',
    url: doi('10.1007/s10618-008-0114-1'),
    gave: 'How to ask the public: A/B tests and their traps.',
  },
  {
    cite: 'Koren 2009',
    key: 'koren-2009-time',
    authors: 'Y. Koren',
    title: 'Collaborative filtering with temporal dynamics',
    where: 'KDD 2009',
    url: doi('10.1145/1557019.1557072'),
    gave: 'Tastes that drift, in a model of factors.',
  },
  {
    cite: 'Koren et al. 2009',
    key: 'koren-2009',
    authors: 'Y. Koren, R. Bell and C. Volinsky',
    title: 'Matrix factorization techniques for recommender systems',
    where: 'Computer 42 (8)',
    url: doi('10.1109/MC.2009.263'),
    gave: 'The picture of users and items as points in one space.',
  },
  {
    cite: 'Krichene and Rendle 2020',
    key: 'krichene-2020',
    authors: 'W. Krichene and S. Rendle',
    title: 'On sampled metrics for item recommendation',
    where: 'KDD 2020',
    url: doi('10.1145/3394486.3403226'),
    gave: 'Why every item is ranked here, and not a sample of a hundred.',
  },
  {
    cite: 'Li et al. 2010',
    key: 'li-2010',
    authors: 'L. Li, W. Chu, J. Langford and R. E. Schapire',
    title: 'A contextual-bandit approach to personalized news article recommendation',
    where: 'WWW 2010',
    url: doi('10.1145/1772690.1772758'),
    gave: 'Places given to chance, with thought.',
  },
  {
    cite: 'Linden et al. 2003',
    key: 'linden-2003',
    authors: 'G. Linden, B. Smith and J. York',
    title: 'Amazon.com recommendations: item-to-item collaborative filtering',
    where: 'IEEE Internet Computing 7 (1)',
    url: doi('10.1109/MIC.2003.1167344'),
    gave: 'Item-item similarity at the scale of a large shop.',
  },
  {
    cite: 'Lops et al. 2011',
    key: 'lops-2011',
    authors: 'P. Lops, M. de Gemmis and G. Semeraro',
    title: 'Content-based recommender systems: state of the art and trends',
    where: 'Recommender Systems Handbook, Springer',
    url: doi('10.1007/978-0-387-85820-3_3'),
    gave: 'The strengths and limits of lists by content.',
  },
  {
    cite: 'Malkov and Yashunin 2020',
    key: 'malkov-2020',
    authors: 'Y. A. Malkov and D. A. Yashunin',
    title:
      'Efficient and robust approximate nearest neighbor search using hierarchical navigable small world graphs',
    where: 'IEEE Transactions on Pattern Analysis and Machine Intelligence 42 (4)',
    url: doi('10.1109/TPAMI.2018.2889473'),
    gave: 'The graph that finds near vectors without a look at all of them.',
  },
  {
    cite: 'Marsaglia and Bray 1964',
    key: 'marsaglia-1964',
    authors: 'G. Marsaglia and T. A. Bray',
    title: 'A convenient method for generating normal variables',
    where: 'SIAM Review 6 (3)',
    url: doi('10.1137/1006063'),
    gave: 'Normal draws without a sine, so with the same digits everywhere.',
  },
  {
    cite: 'Ning and Karypis 2011',
    key: 'ning-2011',
    authors: 'X. Ning and G. Karypis',
    title: 'SLIM: sparse linear methods for top-N recommender systems',
    where: 'ICDM 2011',
    url: doi('10.1109/ICDM.2011.134'),
    gave: 'Weights between items from one regression for each, before EASE found them all at once.',
  },
  {
    cite: 'Pazzani and Billsus 2007',
    key: 'pazzani-2007',
    authors: 'M. J. Pazzani and D. Billsus',
    title: 'Content-based recommendation systems',
    where: 'The Adaptive Web, Springer',
    url: doi('10.1007/978-3-540-72079-9_10'),
    gave: 'Profiles made from what the items are.',
  },
  {
    cite: 'Rendle and Freudenthaler 2014',
    key: 'rendle-2014',
    authors: 'S. Rendle and C. Freudenthaler',
    title: 'Improving pairwise learning for item recommendation from implicit feedback',
    where: 'WSDM 2014',
    url: doi('10.1145/2556195.2556248'),
    gave: 'Most evenly drawn pairs teach nothing: draw the other item by popularity or by its score.',
  },
  {
    cite: 'Rendle et al. 2009',
    key: 'rendle-2009',
    authors: 'S. Rendle, C. Freudenthaler, Z. Gantner and L. Schmidt-Thieme',
    title: 'BPR: Bayesian personalized ranking from implicit feedback',
    where: 'UAI 2009',
    url: doi('10.48550/arXiv.1205.2618'),
    gave: 'Learning from pairs: the order, not the numbers.',
  },
  {
    cite: 'Rendle et al. 2022',
    key: 'rendle-2022',
    authors: 'S. Rendle, W. Krichene, L. Zhang and Y. Koren',
    title: 'Revisiting the performance of iALS on item recommendation benchmarks',
    where: 'RecSys 2022',
    url: doi('10.1145/3523227.3548486'),
    gave: 'How much of a published difference is tuning; well-tuned ALS holds its own.',
  },
  {
    cite: 'Salganik et al. 2006',
    key: 'salganik-2006',
    authors: 'M. J. Salganik, P. S. Dodds and D. J. Watts',
    title: 'Experimental study of inequality and unpredictability in an artificial cultural market',
    where: 'Science 311',
    url: doi('10.1126/science.1121066'),
    gave: 'That a hit is quality and luck together.',
  },
  {
    cite: 'Salton et al. 1975',
    key: 'salton-1975',
    authors: 'G. Salton, A. Wong and C. S. Yang',
    title: 'A vector space model for automatic indexing',
    where: 'Communications of the ACM 18 (11)',
    url: doi('10.1145/361219.361220'),
    gave: 'The cosine between descriptions.',
  },
  {
    cite: 'Sarwar et al. 2001',
    key: 'sarwar-2001',
    authors: 'B. Sarwar, G. Karypis, J. Konstan and J. Riedl',
    title: 'Item-based collaborative filtering recommendation algorithms',
    where: 'WWW 2001',
    url: doi('10.1145/371920.372071'),
    gave: 'Two items are alike when the same people have them.',
  },
  {
    cite: 'Steck 2019',
    key: 'steck-2019',
    authors: 'H. Steck',
    title: 'Embarrassingly shallow autoencoders for sparse data',
    where: 'The Web Conference 2019',
    url: doi('10.1145/3308558.3313710'),
    gave: 'EASE, the simple model with the best row of the published table below.',
  },
  {
    cite: 'Student 1908',
    key: 'student-1908',
    authors: 'Student',
    title: 'The probable error of a mean',
    where: 'Biometrika 6 (1)',
    url: doi('10.1093/biomet/6.1.1'),
    gave: 'The interval over a few logs.',
  },
  {
    cite: 'Takács et al. 2011',
    key: 'takacs-2011',
    authors: 'G. Takács, I. Pilászy and D. Tikk',
    title:
      'Applications of the conjugate gradient method for implicit feedback collaborative filtering',
    where: 'RecSys 2011',
    url: doi('10.1145/2043932.2043987'),
    gave: 'A few steps in the place of the exact solve of ALS.',
  },
  {
    cite: 'Weston et al. 2011',
    key: 'weston-2011',
    authors: 'J. Weston, S. Bengio and N. Usunier',
    title: 'WSABIE: scaling up to large vocabulary image annotation',
    where: 'IJCAI 2011',
    url: doi('10.5591/978-1-57735-516-8/IJCAI11-460'),
    gave: 'WARP, a loss that leans towards the top of the list.',
  },
];

/** A published result that an implementation can be held to. */
export interface PublishedRow {
  readonly model: string;
  readonly precision: string;
  readonly recall: string;
  readonly ndcg: string;
}

/**
 * MovieLens-100K, the split of MCRec with 80,000 training pairs, all unseen items ranked, k = 10.
 * Ferrari Dacrema et al. 2021, table 46; typed from the paper, since no run of ours makes it.
 */
export const published: readonly PublishedRow[] = [
  { model: 'TopPop', precision: '0.1907', recall: '0.1180', ndcg: '0.1361' },
  { model: 'ItemKNN cosine, tuned', precision: '0.3293', recall: '0.2152', ndcg: '0.2571' },
  { model: 'MF-BPR', precision: '0.2816', recall: '0.1860', ndcg: '0.2195' },
  { model: 'PureSVD, 13 factors', precision: '0.3545', recall: '0.2247', ndcg: '0.2719' },
  { model: 'iALS, tuned', precision: '0.3596', recall: '0.2283', ndcg: '0.2759' },
  { model: 'EASE, l2 = 458', precision: '0.3739', recall: '0.2430', ndcg: '0.2905' },
];
