import type { BankIndex } from '../bank-index.ts';
import { answerOf, sources } from '../practice/answer-of.ts';
import type { MemoryAnswer } from '../store/memory.ts';
import type { StoredQuiz } from '../store/quiz.ts';
import type { Store, Unit } from '../store/store.ts';

/** People whose cards are made anew in one transaction; few enough that nobody else waits long for the database. */
const batch = 50;

/**
 * Learns from some of the answers that earlier versions stored and nobody has learned from; what is asked about them is done
 * with then. Returns how many answers counted.
 */
export async function learnFromOlder(unit: Unit, bank: BankIndex, limit: number): Promise<number> {
  let learned = 0;
  for (const { user, channel, date, asked: hash, choice, correct, at } of await unit.older.takeAnswers(limit)) {
    const asked = await bank.asked(unit, hash);
    if (asked === undefined) continue;
    const source = sources.daily(channel, date);
    learned += await note(unit, { ...answerOf(asked, { asked: hash, choice, correct }), user, source, at });
  }
  for (const id of await unit.older.takePlayed(limit)) {
    const quiz = await unit.quizzes.lock(id);
    if (quiz !== null) learned += await learnFromQuiz(unit, bank, quiz);
  }
  return learned;
}

async function learnFromQuiz(unit: Unit, bank: BankIndex, { id, state }: StoredQuiz): Promise<number> {
  let learned = 0;
  for (const [no, closed] of state.closed.entries()) {
    const picked = state.questions[no];
    const asked = picked === undefined ? undefined : await bank.asked(unit, picked.asked);
    if (picked === undefined || asked === undefined || closed.kind !== 'played') continue;
    for (const { user, choice, ms } of closed.round.answers) {
      const given = { asked: picked.asked, choice: picked.order[choice], correct: choice === picked.correct };
      const at = closed.round.openedAt + ms;
      learned += await note(unit, { ...answerOf(asked, given), user, source: sources.quiz(id, no), at });
    }
  }
  return learned;
}

async function note(unit: Unit, answer: MemoryAnswer): Promise<number> {
  return Number((await unit.memory.note(answer)) !== null);
}

/**
 * Makes anew of the answers what everybody remembers, some people at a time, then all ratings; returns how many people that
 * were.
 */
export async function relearn({ transact }: Pick<Store, 'transact'>): Promise<number> {
  let people = 0;
  for (let last = ''; ; ) {
    const some = await transact(async ({ memory }) => {
      const learners = await memory.learners(last, batch);
      for (const learner of learners) await memory.rebuild(learner);
      return learners;
    });
    people += some.length;
    const end = some.at(-1);
    if (end === undefined) break;
    last = end;
  }
  await transact(({ memory }) => memory.rerate());
  return people;
}
