import { setImmediate as turn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { StoredAnswer } from '../../../src/app/store/quiz.ts';
import { createFairQueue } from '../../../src/storage/sqlite/fair-queue.ts';
import { connect } from '../../../src/storage/sqlite/node-sqlite.ts';
import { createRecorder } from '../../../src/storage/sqlite/record-answers.ts';

/** A recorder over a quiz `q`, in memory, and how often it has committed. */
function open() {
  const connection = connect(':memory:');
  connection.run('create table quizzes (id text primary key, version integer, live integer)');
  connection.run(
    'create table quiz_answers (quiz, no, user_key, name, choice, at, received, unique (quiz, no, user_key))',
  );
  connection.run("insert into quizzes values ('q', 1, 1)");
  let commits = 0;
  const run = (text: string) => {
    if (text === 'commit') commits += 1;
    connection.run(text);
  };
  const { record, settled } = createRecorder({ ...connection, run }, createFairQueue());
  return { record: (user: string) => record('q', 1, answerOf(user)), settled, commits: () => commits, connection };
}

function answerOf(user: string): StoredAnswer {
  return { no: 0, user, name: user, choice: 1, at: 5, received: 5 } as StoredAnswer;
}

it('an answer that comes alone waits for no timer', async () => {
  const { record } = open();
  let isRecorded = false;
  void record('ada').then(() => {
    isRecorded = true;
  });
  for (let turns = 0; turns < 3; turns += 1) await turn();
  expect(isRecorded).toBe(true);
});

it('answers that come in a stream share commits', async () => {
  const { record, commits } = open();
  const answers: Promise<unknown>[] = [];
  for (let person = 0; person < 100; person += 1) {
    answers.push(record(`person ${person}`));
    await turn();
  }
  expect((await Promise.all(answers)).every((end) => JSON.stringify(end) === '{"kind":"recorded"}')).toBe(true);
  expect(commits()).toBeLessThan(60);
});

it('whoever closes can wait for the answers that wait for a commit', async () => {
  const { record, settled, connection } = open();
  await record('ada');
  void record('bo');
  await settled();
  expect(connection.prepare('select user_key from quiz_answers').all([])).toHaveLength(2);
});
