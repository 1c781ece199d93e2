import type { Item, Level, Question, Topic } from '../core/question.ts';

/** An item of the bank with its question; `number` counts a question's items from 0. */
export type BankItem = { readonly question: Question; readonly item: Item; readonly number: number };

/** The bank by ids. */
export type BankIndex = {
  readonly question: (id: string) => Question | undefined;
  readonly item: (question: string, number: number) => BankItem | undefined;
  /** All items of the topics (none: of all) and the level (null: of all). */
  readonly items: (topics: readonly Topic[], level: Level | null) => readonly BankItem[];
};

export function createBankIndex(questions: readonly Question[]): BankIndex {
  const byId = new Map(questions.map((question) => [question.id, question]));
  const items = questions.flatMap((question) =>
    question.items.map((item, number): BankItem => ({ question, item, number })),
  );
  return {
    question: (id) => byId.get(id),
    item: (id, number) => {
      const question = byId.get(id);
      const item = question?.items[number];
      return question === undefined || item === undefined ? undefined : { question, item, number };
    },
    items: (topics, level) =>
      items.filter(
        ({ question }) =>
          (topics.length === 0 || topics.includes(question.topic)) && (level === null || question.level === level),
      ),
  };
}
