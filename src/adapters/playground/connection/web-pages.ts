import { Hono } from 'hono';
import type { Application } from '../../../app/ports.ts';
import type { ItemStatistics } from '../../../app/practice/item-statistics.ts';
import type { Bank, Subject } from '../../../core/bank.ts';
import { bankNameOf } from '../../../core/bank-name.ts';
import { drawOrderNumber, orders } from '../../../core/permutation.ts';
import type { Question } from '../../../core/question.ts';
import { levels } from '../../../core/question.ts';
import type { TextPages } from '../../../core/text-page.ts';
import type { AssetAddresses } from '../pages/assets.ts';
import { boardPage } from '../pages/board-page.ts';
import type { BoardPages } from '../pages/board-pages.ts';
import { readChoice } from '../pages/board-switches.ts';
import { notFoundPage } from '../pages/not-found-page.ts';
import { questionPage } from '../pages/question-page.ts';
import { questionsPage } from '../pages/questions-page.ts';
import { quizPage } from '../pages/quiz-page.ts';
import type { Site } from '../pages/site.ts';

import { createStatisticsRoutes } from './statistics-routes.ts';

const longestSearch = 200;

type Options = {
  /** The present banks, the default one first. */
  readonly banks: () => readonly [PageBank, ...PageBank[]];
  /** Titles of questions of a bank, by its name, that match a text, best first. */
  readonly complete: (bank: string, text: string, limit: number) => readonly string[];
  readonly related: Application['related'];
  /** Chance in [0, 1), for the order of options. */
  readonly random: () => number;
  /** Null if there are no leaderboards to show. */
  readonly boards: BoardPages | null;
  /** Null if nobody's answers are kept. */
  readonly statistics: ItemStatistics | null;
  readonly assets: AssetAddresses;
  /** Texts that every page links to. */
  readonly texts: TextPages;
};

/** A bank as its pages show it. */
export type PageBank = Pick<Bank, 'subject' | 'questions'>;

const nameOf = ({ bank = '' }: Subject): string => bank;

/** Read-only pages that can be linked: the question bank, one page per question, leaderboards by secret address. */
export function createWebPages({ banks, complete, related, random, boards, statistics, assets, texts }: Options): Hono {
  const bankNamed = (name: string) => banks().find(({ subject }) => nameOf(subject) === name) ?? banks()[0];
  const siteOf = (id = ''): Site => ({ subject: bankNamed(bankNameOf(id)).subject, assets, texts });
  const app = new Hono();
  if (statistics !== null) {
    const siteNamed = (bank: string): Site => ({ subject: bankNamed(bank).subject, assets, texts });
    app.route('/', createStatisticsRoutes(statistics, siteNamed));
  }

  function search({ subject, questions }: PageBank, text: string): readonly Question[] {
    if (text === '') return questions;
    const byTitle = new Map(questions.map((question) => [question.title, question]));
    return complete(nameOf(subject), text, questions.length).flatMap((title) => byTitle.get(title) ?? []);
  }

  app.get('/questions', (context) => {
    const text = (context.req.query('q') ?? '').trim().slice(0, longestSearch);
    const wanted = context.req.query('topic') ?? '';
    // A topic is of its bank, whichever the page was about before.
    const bank = bankNamed(bankNameOf(wanted) || (context.req.query('bank') ?? ''));
    const topic = bank.subject.topics.find(({ id }) => id === wanted)?.id ?? null;
    const level = levels.find((candidate) => candidate === context.req.query('level')) ?? null;
    const shown = search(bank, text).filter(
      (question) => (topic ?? question.topic) === question.topic && (level ?? question.level) === question.level,
    );
    return context.html(
      questionsPage({
        ...{ shown, total: bank.questions.length, filter: { text, topic, level } },
        banks: banks().map(({ subject }) => subject),
        hasStatistics: statistics !== null,
        site: { subject: bank.subject, assets, texts },
      }),
    );
  });

  const find = (id: string) => bankNamed(bankNameOf(id)).questions.find((question) => question.id === id);
  const noQuestion = () => notFoundPage('There is no such question in the bank.', siteOf());

  app.get('/questions/:id', (context) => {
    const question = find(context.req.param('id'));
    if (question === undefined) return context.html(noQuestion(), 404);
    const next = related(question.id).flatMap((id) => find(id) ?? []);
    return context.html(questionPage(question, next, siteOf(question.id)));
  });

  app.get('/questions/:id/quiz/:item?', (context) => {
    const question = find(context.req.param('id'));
    const { item: named } = context.req.param();
    const item = named === undefined ? question?.items[0] : question?.items.find(({ id }) => id === named);
    if (question === undefined || item === undefined) return context.html(noQuestion(), 404);
    context.header('x-robots-tag', 'noindex');
    const order = wholeBelow(orders, context.req.query('order'));
    if (order === null || named === undefined) {
      const drawn = drawOrderNumber(random);
      return context.redirect(`/questions/${question.id}/quiz/${item.id}?order=${drawn}`, 303);
    }
    const chosen = wholeBelow(item.options.length, context.req.query('choice'));
    return context.html(quizPage({ question, item, order, chosen, site: siteOf(question.id) }));
  });

  app.get('/leaderboard/:token', async (context) => {
    const topics = banks().flatMap(({ subject }) => subject.topics.map(({ id }) => id));
    const { topic, ...view } = readChoice((name) => context.req.query(name), topics);
    const board = (await boards?.board(context.req.param('token'), view)) ?? null;
    context.header('x-robots-tag', 'noindex');
    if (board === null) return context.html(notFoundPage('There is no such leaderboard.', siteOf()), 404);
    return context.html(boardPage(board, topic, siteOf()));
  });
  return app;
}

/** The number in [0, limit) that a parameter of an address says; null if it says none. */
function wholeBelow(limit: number, text: string | undefined): number | null {
  const number = /^\d{1,2}$/.test(text ?? '') ? Number(text) : limit;
  return number < limit ? number : null;
}
