import type { Card } from '../../core/card.ts';
import type { Command } from '../../core/command.ts';
import type { Question } from '../../core/question.ts';
import type { Search } from '../../search/result.ts';
import type { Button } from '../dispatch/button.ts';
import type { Circumstances, Feature } from '../dispatch/feature.ts';
import { reply, replyLater } from '../dispatch/feature.ts';
import type { PageLinks } from '../page-links.ts';
import type { Caller, Outcome } from '../ports.ts';
import { answerCard, sharedCard } from '../views/answer.ts';
import { voteDownCard, votedBeforeCard, voteUpCard } from '../views/feedback.ts';
import { helpCard, topicsCard } from '../views/help.ts';
import { nothingCard, noWordsCard, unsureCard } from '../views/not-found.ts';
import { emptyFilterCard, mistakeCard, staleCard } from '../views/problem.ts';
import type { NoteGap } from './gaps.ts';
import { createRecentAnswers } from './recent-answers.ts';
import type { Votes } from './votes.ts';

const offered = 3;
const relatedShown = 3;

/** Ids shown with the help, as far as the bank has them. */
const examples = ['stride', 'autograd', 'from-numpy'];

type Options = {
  readonly questions: readonly Question[];
  readonly search: Search;
  /** Chance in [0, 1), passed in so that tests decide it. */
  readonly random: () => number;
  readonly noteGap: NoteGap;
  readonly votes: Votes;
  readonly links: () => PageLinks;
  /** True where there are channels to play in; then the help says so. */
  readonly plays: boolean;
};

/**
 * Look-ups and all that belongs to an answer. All but votes is served from memory, so that a reply is ready at once. A
 * card is made once and kept where it can be, which lets an adapter keep what it made of it, too.
 */
export function createLookUp({
  questions,
  search,
  random,
  noteGap,
  votes,
  links,
  plays,
}: Options): Feature & { readonly home: () => Card } {
  const byId = new Map(questions.map((question) => [question.id, question]));
  const find = (ids: readonly string[]) => ids.map((id) => byId.get(id)).filter((question) => question !== undefined);
  const answers = { direct: new Map<string, Card>(), channel: new Map<string, Card>() };
  const recent = createRecentAnswers();
  const help = helpCard(questions.length, find(examples), plays);
  const overview = topicsCard(questions);

  function answer(question: Question, { direct }: Caller): Card {
    const known = answers[direct ? 'direct' : 'channel'];
    const made =
      known.get(question.id) ??
      answerCard(question, find(search.related(question.id, relatedShown)), {
        direct,
        page: links().question(question.id),
      });
    known.set(question.id, made);
    return made;
  }

  function ask(query: string, { caller }: Circumstances): Outcome {
    const { verdict, hits } = search.search(query, offered);
    const [first, ...others] = find(hits.map(({ id }) => id));
    if (verdict === 'answer' && first !== undefined) {
      recent.note(caller.user, first.id, query);
      return reply(answer(first, caller));
    }
    if (verdict === 'unsure' && first !== undefined) {
      for (const { id } of [first, ...others]) recent.note(caller.user, id, query);
      return reply(unsureCard(query, [first, ...others]));
    }
    if (!/\p{L}|\p{N}/u.test(query)) return reply(noWordsCard());
    noteGap({ kind: 'unanswered', query, question: '' });
    return reply(nothingCard(query));
  }

  function pick({ topic, level }: Command & { kind: 'random' }, caller: Caller): Card {
    const pool = questions.filter(
      (question) => (topic ?? question.topic) === question.topic && (level ?? question.level) === question.level,
    );
    const question = pool[Math.floor(random() * pool.length)];
    return question === undefined
      ? emptyFilterCard([topic, level].filter((word) => word !== undefined).join(' '))
      : answer(question, caller);
  }

  /** One vote of a person for an answer: the last one counts, and the same again changes nothing. */
  async function vote({ id, title }: Question, useful: boolean, caller: Caller): Promise<Card> {
    const { query, voted } = recent.vote(caller.user, id, useful);
    if (useful) {
      if (await votes.takeBack(caller, id)) return voteUpCard(true);
      return voted === 'up' ? votedBeforeCard() : voteUpCard(false);
    }
    if (!(await votes.down(caller, { query: query ?? '', question: id }))) return votedBeforeCard();
    const others = find(search.search(query ?? title, offered + 1).hits.map((hit) => hit.id));
    const shown = others.filter((other) => other.id !== id).slice(0, offered);
    return voteDownCard(shown, voted === 'up');
  }

  return {
    home: () => help,
    run: (command, circumstances) => {
      switch (command.kind) {
        case 'help':
          return reply(help);
        case 'topics':
          return reply(overview);
        case 'random':
          return reply(pick(command, circumstances.caller));
        case 'mistake':
          return reply(mistakeCard(command.reason));
        case 'ask':
          return ask(command.query, circumstances);
        default:
          return null;
      }
    },
    press: ({ verb, args }: Button, { caller }) => {
      if (verb !== 'show' && verb !== 'choose' && verb !== 'share' && verb !== 'good' && verb !== 'bad') return null;
      const question = byId.get(args[0] ?? '');
      if (question === undefined || args.length !== 1) return reply(staleCard());
      if (verb === 'good' || verb === 'bad') {
        return replyLater(() => vote(question, verb === 'good', caller));
      }
      if (verb === 'share') {
        return { kind: 'now', reply: { audience: 'channel', place: 'new', card: sharedCard(question, caller) } };
      }
      return reply(answer(question, caller), verb === 'choose' ? 'instead' : 'new');
    },
  };
}
