import { Hono } from 'hono';
import type { Application } from '../../../app/ports.ts';
import type { Bank } from '../../../core/bank.ts';
import type { Question } from '../../../core/question.ts';
import { levels } from '../../../core/question.ts';
import type { AssetAddresses } from '../pages/assets.ts';
import { boardPage } from '../pages/board-page.ts';
import type { BoardPages } from '../pages/board-pages.ts';
import { notFoundPage } from '../pages/not-found-page.ts';
import { questionPage } from '../pages/question-page.ts';
import { questionsPage } from '../pages/questions-page.ts';
import type { Site } from '../pages/site.ts';

/** Longest search text, and most results. */
const longestSearch = 200;
const found = 50;

type Options = {
  /** The present bank. */
  readonly bank: () => Pick<Bank, 'subject' | 'questions'>;
  readonly complete: Application['complete'];
  /** Null if there are no leaderboards to show. */
  readonly boards: BoardPages | null;
  readonly assets: AssetAddresses;
};

/** Read-only pages that can be linked: the question bank, one page per question, leaderboards by secret address. */
export function createWebPages({ bank, complete, boards, assets }: Options): Hono {
  const questions = () => bank().questions;
  const site = (): Site => ({ subject: bank().subject, assets });
  const app = new Hono();

  function search(text: string): readonly Question[] {
    if (text === '') return questions();
    const byTitle = new Map(questions().map((question) => [question.title, question]));
    return complete(text, found).flatMap((title) => byTitle.get(title) ?? []);
  }

  app.get('/questions', (context) => {
    const text = (context.req.query('q') ?? '').trim().slice(0, longestSearch);
    const topic = bank().subject.topics.find(({ id }) => id === context.req.query('topic'))?.id ?? null;
    const level = levels.find((candidate) => candidate === context.req.query('level')) ?? null;
    const shown = search(text).filter(
      (question) => (topic ?? question.topic) === question.topic && (level ?? question.level) === question.level,
    );
    return context.html(
      questionsPage({ shown, total: questions().length, filter: { text, topic, level }, site: site() }),
    );
  });

  app.get('/questions/:id', (context) => {
    const question = questions().find(({ id }) => id === context.req.param('id'));
    if (question === undefined)
      return context.html(notFoundPage('There is no such question in the bank.', site()), 404);
    return context.html(questionPage(question, site()));
  });

  app.get('/leaderboard/:token', async (context) => {
    const board = (await boards?.board(context.req.param('token'))) ?? null;
    context.header('x-robots-tag', 'noindex');
    if (board === null) return context.html(notFoundPage('There is no such leaderboard.', site()), 404);
    return context.html(boardPage(board, site()));
  });
  return app;
}
