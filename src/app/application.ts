import type { Card } from '../core/card.ts';
import type { Command } from '../core/command.ts';
import type { Question } from '../core/question.ts';
import type { Search } from '../search/result.ts';
import { parseButtonId } from './button.ts';
import type { Application, Outcome } from './ports.ts';
import { answerCard } from './views/answer.ts';
import { helpCard, topicsCard } from './views/help.ts';
import { nothingCard, noWordsCard, unsureCard } from './views/not-found.ts';
import { emptyFilterCard, staleCard } from './views/problem.ts';

const offered = 3;
const relatedShown = 3;

/** Ids shown with the help, as far as the bank has them. */
const examples = ['stride', 'autograd', 'from-numpy'];

type Options = {
  readonly questions: readonly Question[];
  readonly search: Search;
  /** Chance in [0, 1), passed in so that tests decide it. */
  readonly random: () => number;
};

/**
 * The bot behind every platform. All that is served here needs memory only, so every outcome is ready at once. A card
 * is made once and kept where it can be, which lets an adapter keep what it made of it, too.
 */
export function createApplication({ questions, search, random }: Options): Application {
  const byId = new Map(questions.map((question) => [question.id, question]));
  const find = (ids: readonly string[]) => ids.map((id) => byId.get(id)).filter((question) => question !== undefined);
  const answers = new Map<string, Card>();
  const help = helpCard(questions.length, find(examples));
  const overview = topicsCard(questions);

  function answer(question: Question): Card {
    const known = answers.get(question.id);
    if (known !== undefined) return known;
    const card = answerCard(question, find(search.related(question.id, relatedShown)));
    answers.set(question.id, card);
    return card;
  }

  function ask(query: string): Card {
    const { verdict, hits } = search.search(query, offered);
    const [first, ...others] = find(hits.map(({ id }) => id));
    if (verdict === 'answer' && first !== undefined) return answer(first);
    if (verdict === 'unsure' && first !== undefined) return unsureCard(query, [first, ...others]);
    return /\p{L}|\p{N}/u.test(query) ? nothingCard(query) : noWordsCard();
  }

  function pick({ topic, level }: Command & { kind: 'random' }): Card {
    const pool = questions.filter(
      (question) => (topic ?? question.topic) === question.topic && (level ?? question.level) === question.level,
    );
    const question = pool[Math.floor(random() * pool.length)];
    return question === undefined
      ? emptyFilterCard([topic, level].filter((word) => word !== undefined).join(' '))
      : answer(question);
  }

  function run(command: Command): Card {
    switch (command.kind) {
      case 'help':
        return help;
      case 'topics':
        return overview;
      case 'random':
        return pick(command);
      case 'ask':
        return ask(command.query);
    }
  }

  function press(id: string): Outcome {
    const button = parseButtonId(id);
    const question = byId.get(button?.question ?? '');
    if (button === null || question === undefined) return toAsker(staleCard());
    return toAsker(answer(question), button.verb === 'choose' ? 'instead' : 'new');
  }

  return {
    respond: (inbound) => (inbound.kind === 'command' ? toAsker(run(inbound.command)) : press(inbound.id)),
    complete: (typed, limit) => find(search.complete(typed, limit)).map(({ title }) => title),
  };
}

function toAsker(card: Card, place: 'new' | 'instead' = 'new'): Outcome {
  return { kind: 'now', reply: { audience: 'asker', place, card } };
}
