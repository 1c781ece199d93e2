import type { Bank, Example } from '../core/bank.ts';
import type { Question } from '../core/question.ts';
import type { BankFile } from './bank-file.ts';
import type { Complaint } from './complaint.ts';
import { bankFile } from './place.ts';

/** Examples where a bank names none. */
const firstExamples = 3;

/** Puts a bank together of what it says about itself and its questions, both without a fault. */
export function toBank({ fields }: BankFile, questions: readonly Question[]): Bank {
  const { name, title, command, language, topics, subject, neighbours, synonyms } = fields;
  return {
    subject: { name, title, command, language, topics, examples: examplesOf(fields, questions) },
    words: { own: subject ?? [name.toLowerCase()], neighbours, synonyms },
    questions,
  };
}

/** Complaints about examples that the bank does not have. */
export function findUnknownExamples({ fields, lineOf }: BankFile, ids: ReadonlySet<string>): readonly Complaint[] {
  return fields.examples.flatMap((id, index) => {
    const path = ['examples', index];
    const problem = `There is no question ${id}.`;
    return ids.has(id)
      ? []
      : [{ file: bankFile, line: lineOf(path), field: path.join('.'), problem, cure: 'Name a question by its id.' }];
  });
}

/** The named ones; else the first question of each topic, and then the others. */
function examplesOf({ examples, topics }: BankFile['fields'], questions: readonly Question[]): readonly Example[] {
  const named = examples.flatMap((example) => questions.find(({ id }) => id === example) ?? []);
  const byTopic = topics.map((topic) => questions.filter((question) => question.topic === topic.id));
  const first = [...byTopic.flatMap((some) => some.slice(0, 1)), ...byTopic.flatMap((some) => some.slice(1))];
  return (named.length > 0 ? named : first.slice(0, firstExamples)).map(({ id, title }) => ({ id, title }));
}
