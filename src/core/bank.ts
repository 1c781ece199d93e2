import type { Question, Topic } from './question.ts';

/** What a bank is about, as people read it. */
export type Subject = {
  /** As it stands before a noun and in headings: “Git” questions. */
  readonly name: string;
  /** The bank by its whole name: “Git interview questions”. */
  readonly title: string;
  /** The word behind the slash of the command that looks something up. */
  readonly command: string;
  /** The language of its questions, as BCP 47 names it. */
  readonly language: string;
  /** At least one, in the order in which people see them. */
  readonly topics: readonly NamedTopic[];
  /** At least one question with which to begin. */
  readonly examples: readonly Example[];
  /** Its name among the banks of this bot, see `nameBank`; left out for the default one. */
  readonly bank?: string;
  /** The topics of the other banks, to name what was asked of them; left out where there is only one bank. */
  readonly others?: readonly NamedTopic[];
};

export type NamedTopic = { readonly id: Topic; readonly title: string };

/** A question as an example of what can be looked up. */
export type Example = Pick<Question, 'id' | 'title'>;

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
  /** What its search said of it, where that is known already. */
  readonly calibration?: Calibration;
  /** What its search read of the questions, as text that only the search understands, where that is known already. */
  readonly documents?: string;
};

/** What a bank says of its search when it is asked about what it lacks, without any label; both in [0, 1]. */
export type Calibration = {
  /** From this confidence on, the first hit is given as the answer. */
  readonly answer: number;
  /** Of what is asked about a question that the bank lacks, the share that would be answered. */
  readonly falseAnswers: number;
};

/** A topic of this bank or of another one as people read it; its id where no bank has it (any more). */
export function topicTitle({ topics, others = [] }: Pick<Subject, 'topics' | 'others'>, topic: Topic): string {
  const isIt = ({ id }: NamedTopic) => id === topic;
  return (topics.find(isIt) ?? others.find(isIt))?.title ?? topic;
}
