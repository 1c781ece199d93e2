import type { Question } from '../core/question.ts';
import type { Analysis } from './analyze.ts';
import { analyze } from './analyze.ts';
import { answerText } from './document-text.ts';
import type { Lexicon } from './lexicon.ts';

/** A question as it is searched: its title and its aliases, each a heading, and the messages and text of its answer. */
export type Document = { readonly headings: readonly Analysis[]; readonly answer: Analysis };

export function readDocument(question: Question, lexicon: Lexicon): Document {
  return {
    headings: [question.title, ...question.aliases].map((heading) => analyze(heading, lexicon)),
    answer: analyze([...question.errors, answerText(question)].join('\n'), lexicon),
  };
}

export function readDocuments(questions: readonly Question[], lexicon: Lexicon): readonly Document[] {
  return questions.map((question) => readDocument(question, lexicon));
}

/** All terms of a text, in its order, as often as they occur. */
export function termsOf({ content }: Analysis): readonly string[] {
  return content.flatMap(({ terms }) => terms);
}
