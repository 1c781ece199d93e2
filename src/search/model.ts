import fitted from './model.json' with { type: 'json' };

/** What the score of a candidate is made of, each in [0, 1]. */
export const rankingParts = ['retrieval', 'coverage', 'both', 'comparison'] as const;

export type RankingParts = Readonly<Record<(typeof rankingParts)[number], number>>;

/**
 * What speaks for and against the first hit, each a share or a ratio in [0, 1], so that it means the same in a bank of any
 * size and subject.
 */
export const evidenceParts = [
  /** Of what the query says, what only the answer has. */
  'answerOnly',
  /** Query and best heading say the same; how much there is in it, of a full sentence's worth. */
  'both',
  'shared',
  /** Of the query, what the title says; and what is not explained though the title is. */
  'titleQuery',
  'titleUnexplained',
  /** How clearly it leads. */
  'lead',
  /** The query wants to know what something is, and the title asks that. */
  'defines',
  /** The query compares, and the question does not. */
  'uncompared',
] as const;

export type Evidence = Readonly<Record<(typeof evidenceParts)[number], number>>;

/** What each part is worth: for the ranking a plain sum, for the confidence a logistic model. */
export type Model = {
  readonly ranking: RankingParts;
  readonly base: number;
  readonly confidence: Evidence;
};

/** As `npm run bench:fit` found it over several banks. */
export const fittedModel: Model = fitted;
