import type { Question } from '../core/question.ts';
import { analyze } from './analyze.ts';
import type { Field } from './document-text.ts';
import { answerText } from './document-text.ts';
import { headingEnd } from './headings.ts';
import { readIntent } from './intent.ts';
import type { VocabularyBuilder } from './vocabulary.ts';

/** A question as it is indexed: the terms of each field separated by spaces, and its headings as numbers. */
export type IndexedDocument = {
  readonly entry: Readonly<Record<Field, string>>;
  /** Title, then aliases: the terms of a word, −1 behind each word, `headingEnd` behind each heading. */
  readonly headings: Int32Array;
};

/** Analyses a question, and adds to the vocabulary what it uses. */
export function indexDocument(question: Question, document: number, builder: VocabularyBuilder): IndexedDocument {
  const headings: number[] = [];
  const read = (text: string, field: Field): string => {
    const { words, terms, phrases, compounds } = analyze(text);
    const prominent = field !== 'answer';
    for (const word of [...words, ...(prominent ? compounds : [])]) builder.addSpelling(word, prominent);
    for (const { key, length } of prominent ? phrases : []) {
      builder.addOwnPhrase(key, field === 'title' ? 1 : (2 * length) / terms.length);
    }
    for (const list of terms) {
      const ids = list.map((term) => builder.addTerm(term, document, prominent));
      if (prominent) headings.push(...ids, -1);
    }
    if (prominent) headings.push(headingEnd(readIntent(words)));
    return terms.flat().join(' ');
  };
  const title = read(question.title, 'title');
  const aliases = question.aliases.map((alias) => read(alias, 'aliases')).join(' ');
  const answer = read(answerText(question), 'answer');
  return { entry: { title, aliases, answer }, headings: Int32Array.from(headings) };
}
