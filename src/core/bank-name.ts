import type { Bank, Subject } from './bank.ts';
import type { Item, Question } from './question.ts';

/**
 * Banks beside the default one bear a name. Wherever ids of their questions and topics are kept or pressed, it stands before
 * them with a dot (`git.revert`), so that no two banks share any. Ids of the default bank stand bare, as they always have, and so
 * does what people type and read.
 */
const dot = '.';

/** Most characters of a name: buttons carry it. */
export const longestBankName = 20;

/** Lower-case letters, digits and single hyphens, as in the ids that it stands before. */
export function isBankName(text: string): boolean {
  return text.length <= longestBankName && /^[a-z][a-z\d]*(-[a-z\d]+)*$/.test(text);
}

/** The name of the bank that a question or topic is of, by its id; empty for the default one. */
export function bankNameOf(id: string): string {
  return id.slice(0, Math.max(0, id.indexOf(dot)));
}

/** An id without the name of its bank, as people type and read it. */
export function bareId(id: string): string {
  return id.slice(id.indexOf(dot) + 1);
}

/** What a bank is about beside others, whose topics it can name; the very same where there are none. */
export function subjectAmong(own: Subject, all: readonly Subject[]): Subject {
  const others = all.filter((subject) => subject !== own).flatMap(({ topics }) => topics);
  return others.length === 0 ? own : { ...own, others };
}

/** An id of the bank with a name; that of the bank itself for an empty id. */
export function idIn(bank: string, id: string): string {
  return `${bank}${dot}${id}`;
}

/** What people type to choose the bank: its name, or the look-up command for the default one. */
export function typedName({ bank, command }: Subject): string {
  return bank ?? command;
}

/** The bank under a name. `command`: that of the default bank, by which the bot is called whatever bank is in use. */
export function nameBank(bank: Bank, name: string, command: string): Bank {
  const named = (id: string) => idIn(name, id);
  const subject: Subject = {
    ...bank.subject,
    bank: name,
    command,
    topics: bank.subject.topics.map((topic) => ({ ...topic, id: named(topic.id) })),
    examples: bank.subject.examples.map((example) => ({ ...example, id: named(example.id) })),
  };
  return { ...bank, subject, questions: bank.questions.map((question) => nameQuestion(question, named)) };
}

/** A body that is only made when it is read stays so. */
function nameQuestion(question: Question, named: (id: string) => string): Question {
  const { id, topic, items, related } = question;
  const changed: Partial<Question> = {
    id: named(id),
    topic: named(topic),
    items: items.map((item): Item => ({ ...item, ...nameConflicts(item, named) })),
    ...(related === undefined ? {} : { related: related.map(named) }),
  };
  const copy = Object.defineProperties({}, Object.getOwnPropertyDescriptors(question));
  return Object.assign(copy, changed) as Question;
}

function nameConflicts({ conflicts }: Item, named: (id: string) => string): Pick<Item, 'conflicts'> {
  return conflicts === undefined ? {} : { conflicts: conflicts.map(named) };
}
