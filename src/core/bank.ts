import type { Question, Topic } from './question.ts';

/** What a bank is about, as people read it. */
export type Subject = {
  /** As it stands in sentences and headings: “PyTorch”. */
  readonly name: string;
  /** The bank by its whole name: “PyTorch interview questions”. */
  readonly title: string;
  /** The language of its questions, as BCP 47 names it. */
  readonly language: string;
  /** In the order in which people see them. */
  readonly topics: readonly NamedTopic[];
};

export type NamedTopic = { readonly id: Topic; readonly title: string };

/** What a search has to be told of a subject, since no language knows it. */
export type SubjectWords = {
  /** Names of the subject itself: they count for nothing once something else is said. */
  readonly own: readonly string[];
  /** Names of what lies next door (other frameworks, other tools): a query that has one is hardly about this bank. */
  readonly neighbours: readonly string[];
  /** Groups of words or phrases that mean the same, a short form and its long form among them. */
  readonly synonyms: readonly (readonly string[])[];
};

/** A whole bank, without a fault. */
export type Bank = {
  readonly subject: Subject;
  readonly words: SubjectWords;
  readonly questions: readonly Question[];
};
