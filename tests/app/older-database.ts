import type { QuizState } from '../../src/core/quiz/state.ts';
import type { Database } from '../faults/database.ts';
import { bank } from './house.ts';

/** Rewrites what the bot has stored as versions did that named items by their places; only while no bot runs. */
export async function toOlder(database: Database): Promise<void> {
  const placeOf = (question: string, item: string) =>
    bank.find(({ id }) => id === question)?.items.findIndex(({ id }) => id === item) ?? -1;
  const items = new Map(
    (await database.read('select hash, content from asked_items')).map(({ hash, content }) => {
      const { question, item } = JSON.parse(String(content));
      return [String(hash), { question: String(question.id), place: placeOf(question.id, item.id) }];
    }),
  );
  const posts = await database.read('select channel, date, asked from daily_posts');
  const asked = await database.read('select channel, asked, at from quiz_asked');
  const quizzes = await database.read('select id, state from quizzes');
  await database.write([
    ['drop index daily_posts_asked'],
    ['alter table daily_posts drop column asked'],
    ['alter table daily_posts add column item integer not null default 0'],
    ...posts.map(
      (post) =>
        [
          'update daily_posts set item = ? where channel = ? and date = ?',
          items.get(String(post['asked']))?.place ?? 0,
          String(post['channel']),
          String(post['date']),
        ] as const,
    ),
    ['drop table quiz_asked'],
    [
      'create table quiz_asked (channel text not null, item text not null, at bigint not null, primary key (channel, item))',
    ],
    ...asked.map((row) => {
      const { question = '', place = 0 } = items.get(String(row['asked'])) ?? {};
      const insert = 'insert into quiz_asked (channel, item, at) values (?, ?, ?)';
      return [insert, String(row['channel']), `${question}#${place}`, Number(row['at'])] as const;
    }),
    ...quizzes.map(({ id, state }) => {
      const quiz = JSON.parse(String(state)) as QuizState;
      const questions = quiz.questions.map(({ question, item, order, correct }) => ({
        question,
        item: placeOf(question, item),
        order,
        correct,
      }));
      return ['update quizzes set state = ? where id = ?', JSON.stringify({ ...quiz, questions }), String(id)] as const;
    }),
    ['drop table asked_items'],
    ['drop table older_places'],
    ['drop table older_asked'],
    ['drop table votes'],
    ['drop table daily_drafts'],
    ['alter table daily_schedules drop column rules'],
    ["delete from kysely_migration where name >= '0003'"],
  ]);
}
