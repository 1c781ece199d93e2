import type { Bank } from '../../core/bank.ts';
import { topicTitle } from '../../core/bank.ts';
import type { Card } from '../../core/card.ts';
import type { RandomCommand } from '../../core/command/random.ts';
import { courtesyOf } from '../../core/courtesy.ts';
import type { Question } from '../../core/question.ts';
import type { Search } from '../../search/result.ts';
import type { Button, Verb } from '../dispatch/button.ts';
import type { Feature } from '../dispatch/feature.ts';
import { reply, replyLater } from '../dispatch/feature.ts';
import type { PageLinks } from '../page-links.ts';
import type { Application, Caller } from '../ports.ts';
import { sharedCard } from '../views/answer.ts';
import { helpCard } from '../views/help.ts';
import { emptyFilterCard, mistakeCard, staleCard } from '../views/problem.ts';
import { topicCard, topicsCard } from '../views/topic.ts';
import { createAnswerCards, relatedTo } from './answer-cards.ts';
import { createAsking } from './asking.ts';
import type { Notes } from './notes.ts';
import { createRecentAnswers } from './recent-answers.ts';
import type { Votes } from './votes.ts';
import { createVoting } from './voting.ts';

type Options = {
  readonly bank: Pick<Bank, 'subject' | 'questions'>;
  readonly search: Search;
  /** Chance in [0, 1), passed in so that tests decide it. */
  readonly random: () => number;
  readonly notes: Notes;
  readonly votes: Votes;
  readonly links: () => PageLinks;
  /** True where there are channels to play in; then the help says so. */
  readonly plays: boolean;
  /** There are other banks to choose from; then the help says so, too. */
  readonly several?: boolean;
  /** Whether long answers are shown whole at once, as where one scrolls and presses nothing. */
  readonly whole: boolean;
  /** Questions can be suggested for the bank. */
  readonly suggests: boolean;
};

/** Look-ups, and what surrounds them. */
export type LookUp = Feature & {
  /** What the bot says about itself. */
  readonly home: () => Card;
  /** See `Application`, of one bank. */
  readonly complete: (typed: string, limit: number) => readonly string[];
  readonly answers: (query: string) => boolean;
  readonly related: Application['related'];
};

const verbs = ['topic', 'show', 'choose', 'more', 'less', 'share', 'good', 'bad'] as const;

const isOwn = (verb: Verb): verb is (typeof verbs)[number] => verbs.some((own) => own === verb);

/** Look-ups and all that belongs to an answer. All but votes is served from memory, so that a reply is ready at once. */
export function createLookUp(options: Options): LookUp {
  const { bank, search, random, notes, votes, links, plays, several, whole, suggests } = options;
  const { subject, questions } = bank;
  const byId = new Map(questions.map((question) => [question.id, question]));
  const find = (ids: readonly string[]) => ids.map((id) => byId.get(id)).filter((question) => question !== undefined);
  const recent = createRecentAnswers();
  const answers = createAnswerCards({ subject, search, find, links, whole });
  const ask = createAsking({ subject, search, find, answer: answers.first, recent, notes, suggests });
  const voting = createVoting({ search, find, recent, votes });
  const help = Object.freeze(helpCard(subject, questions.length, { plays, several, suggests }));
  const overview = Object.freeze(topicsCard(subject, questions));

  function draw(filter: RandomCommand, { direct }: Caller): Card {
    const { topic, level } = filter;
    const question = drawQuestion(questions, filter, random());
    return question === undefined
      ? emptyFilterCard([topic && topicTitle(subject, topic), level].filter((word) => word !== undefined).join(', '))
      : answers.first(question, direct);
  }

  function browse([topic, from = '']: readonly string[]): Card {
    if (topic === undefined) return overview;
    const place = /^\d{1,4}$/.test(from) ? Number(from) : 0;
    return topicCard(subject, topic, questions, place) ?? staleCard();
  }

  return {
    home: () => help,
    complete: (typed, limit) => find(search.complete(typed, limit)).map(({ title }) => title),
    answers: (query) => courtesyOf(query) === null && search.search(query, 1).verdict === 'answer',
    related: (id) => {
      const question = byId.get(id);
      return question === undefined ? [] : relatedTo(question, search);
    },
    run: (command, circumstances) => {
      switch (command.kind) {
        case 'help':
          return reply(help);
        case 'topics':
          return reply(overview);
        case 'random':
          return reply(draw(command, circumstances.caller));
        case 'mistake':
          return reply(mistakeCard(command));
        case 'ask':
          return ask(command.query, circumstances);
        default:
          return null;
      }
    },
    press: ({ verb, args }: Button, { caller }) => {
      if (!isOwn(verb)) return null;
      if (verb === 'topic') return reply(browse(args), 'instead');
      const question = byId.get(args[0] ?? '');
      if (question === undefined || args.length !== 1) return reply(staleCard());
      if (verb === 'good') return replyLater(() => voting.up(question, caller));
      if (verb === 'bad') return replyLater(() => voting.down(question, caller));
      if (verb === 'share') {
        // Made when it is posted: by then the name of who shares it may be known better.
        const act = async () => sharedCard(question, subject, caller);
        return { kind: 'later', audience: 'channel', place: 'new', act };
      }
      if (verb === 'more') return reply(answers.opened(question, caller.direct), 'instead');
      if (verb === 'less') return reply(answers.first(question, caller.direct), 'instead');
      const query = recent.open(caller.user, question.id, verb);
      const count = query === null ? undefined : async () => notes.click({ query, question: question.id });
      return reply(answers.first(question, caller.direct), verb === 'choose' ? 'instead' : 'new', count);
    },
  };
}

/** The look-ups of whatever bank is the present one. */
export function followLookUp(present: () => LookUp): LookUp {
  return {
    home: () => present().home(),
    complete: (typed, limit) => present().complete(typed, limit),
    answers: (query) => present().answers(query),
    related: (id) => present().related(id),
    run: (command, circumstances) => present().run(command, circumstances),
    press: (button, circumstances) => present().press(button, circumstances),
  };
}

/** `chance` in [0, 1). Undefined where the filter leaves none. */
function drawQuestion(
  questions: readonly Question[],
  { topic, level }: RandomCommand,
  chance: number,
): Question | undefined {
  const pool = questions.filter(
    (question) => (topic ?? question.topic) === question.topic && (level ?? question.level) === question.level,
  );
  return pool[Math.floor(chance * pool.length)];
}
