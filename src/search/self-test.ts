import type { Question } from '../core/question.ts';
import type { SearchableBank } from './search.ts';
import { createSearch } from './search.ts';

/** What a bank's own aliases say of its search. */
export type SelfTest = {
  readonly aliases: number;
  /** Of them, each asked while it is left out: those that find their question first, and those that it answers; in [0, 1]. */
  readonly found: number;
  readonly answered: number;
  /** Of what is asked about a question that the bank lacks, what would be answered; in [0, 1]. */
  readonly falseAnswers: number;
  /** Aliases that find another question first although they stand in their own. */
  readonly astray: readonly { readonly id: string; readonly alias: string; readonly finds: string }[];
};

/** Every so manieth alias of a question is left out at a time: its question keeps the others, as it would keep them in use. */
const parts = 4;

/** Asks a bank its own aliases. Makes an index for each part of them. */
export function testSearch(bank: SearchableBank): SelfTest {
  const { questions } = bank;
  const whole = createSearch(bank);
  const asked = Array.from({ length: parts }, (_, part) => {
    const isOut = (question: number, alias: number) => (question + alias) % parts === part;
    const left = questions.map((question, place) => ({
      ...question,
      aliases: question.aliases.filter((_alias, alias) => !isOut(place, alias)),
    }));
    const { search } = createSearch({ ...bank, questions: left, calibration: whole.calibration });
    return questions.flatMap(({ id, aliases }, place) =>
      aliases
        .filter((_, alias) => isOut(place, alias))
        .map((alias) => {
          const { verdict, hits } = search(alias, 1);
          return { found: hits[0]?.id === id, answered: hits[0]?.id === id && verdict === 'answer' };
        }),
    );
  }).flat();
  const share = (some: readonly unknown[]) => some.length / (asked.length || 1);
  return {
    aliases: asked.length,
    found: share(asked.filter(({ found }) => found)),
    answered: share(asked.filter(({ answered }) => answered)),
    falseAnswers: whole.calibration.falseAnswers,
    astray: questions.flatMap((question) => astray(question, whole.search)),
  };
}

function astray({ id, aliases }: Question, search: ReturnType<typeof createSearch>['search']): SelfTest['astray'] {
  return aliases.flatMap((alias) => {
    const finds = search(alias, 1).hits[0]?.id ?? '';
    return finds === id ? [] : [{ id, alias, finds }];
  });
}
