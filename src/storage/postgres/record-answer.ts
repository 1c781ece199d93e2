import type pg from 'pg';
import type { QuizAnswers } from '../../app/store/quiz.ts';
import { storable } from '../json.ts';

/**
 * One statement, one round trip. The quiz's row is locked FOR SHARE: with anything weaker, an answer could slip in
 * after the question was closed and scored. Closing it locks the row FOR UPDATE and then checks the version again.
 */
const statement = `
  with quiz as (select id from quizzes where id = $1 and version = $2 and live = 1 for share),
  fresh as (
    insert into quiz_answers (quiz, no, user_key, name, choice, at, received)
    select id, $3, $4, $5, $6, $7, $8 from quiz on conflict (quiz, no, user_key) do nothing returning seq
  )
  select (select count(*) from quiz) as current, (select count(*) from fresh) as recorded`;

/** Records answers on PostgreSQL, whose server groups simultaneous commits by itself. */
export function createRecorder(pool: pg.Pool): QuizAnswers['record'] {
  return async (quiz, version, { no, user, name, choice, at, received }) => {
    const values = [quiz, version, no, user, storable(name), choice, at, received];
    const { rows } = await pool.query({ name: 'record-answer', text: statement, values });
    if (rows[0]?.current === 0) return { kind: 'stale' };
    if (rows[0]?.recorded === 1) return { kind: 'recorded' };
    const earlier = await pool.query({
      name: 'earlier-answer',
      text: 'select choice, at from quiz_answers where quiz = $1 and no = $2 and user_key = $3',
      values: [quiz, no, user],
    });
    const [row] = earlier.rows;
    return row === undefined ? { kind: 'stale' } : { kind: 'known', choice: Number(row.choice), at: Number(row.at) };
  };
}
