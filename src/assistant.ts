import { createApplication } from './app/application.ts';
import type { Application } from './app/ports.ts';
import type { Question } from './core/question.ts';
import type { Search } from './search/result.ts';
import { createSearch } from './search/search.ts';

/** The bot over one bank: what the program and the command line both start from. */
export function createAssistant(questions: readonly Question[]): {
  readonly application: Application;
  readonly search: Search;
  readonly questions: readonly Question[];
} {
  const search = createSearch(questions);
  return { application: createApplication({ questions, search, random: Math.random }), search, questions };
}
