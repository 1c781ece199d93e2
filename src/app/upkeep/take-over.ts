import { itemKey } from '../../core/asked-item.ts';
import type { BankIndex, BankItem } from '../bank-index.ts';
import type { Clock } from '../clock.ts';
import { closeDailyPost } from '../daily/posting.ts';
import type { Log } from '../ports.ts';
import type { OlderPost } from '../store/asked.ts';
import type { Store, Unit } from '../store/store.ts';
import { optionAt } from '../views/item.ts';
import { adoptQuiz } from './adopt-quiz.ts';
import { learnFromOlder } from './learn.ts';

/** Number converted at once; few enough that nobody else waits long for the database. */
const batch = 200;

type Options = { readonly store: Store; readonly bank: BankIndex; readonly clock: Clock; readonly log: Log };

/**
 * Converts what earlier versions stored, which referred to what they asked by its position in the bank: from now on it
 * is what stands at that position of the present bank. Where that contradicts what people were told, the update has
 * changed the bank: a daily post is withdrawn, and a quiz question keeps only its letters. And people have learned from what
 * they answered before answers were remembered. Must run before anything is
 * answered; several instances may do so at once.
 */
export async function takeOver({ store, bank, clock, log }: Options): Promise<void> {
  const sums = { posts: 0, withdrawn: 0, quizzes: 0, answers: 0 };
  while (await store.transact((unit) => unit.older.isAny())) {
    const done = await store.transact(async (unit) => {
      if (await unit.older.takePlaces()) await unit.older.keepPlaces(placesOf(bank));
      const posts = await unit.older.takePosts(batch);
      let withdrawn = 0;
      for (const post of posts) withdrawn += (await adoptPost(unit, bank, post, clock.wall())) ? 0 : 1;
      const quizzes = await unit.older.takeQuizzes(batch);
      for (const id of quizzes) await saveAdopted(unit, bank, id);
      for (const { channel, place, at } of await unit.older.takeAsked(batch)) {
        const found = atPlace(bank, ...splitPlace(place));
        if (found === undefined) continue;
        const item = itemKey(found.question.id, found.item.id);
        await unit.quizzes.noteAsked(channel, { item, asked: found.hash, at });
      }
      // Only when all is known of what was asked.
      const answers = posts.length + quizzes.length > 0 ? 0 : await learnFromOlder(unit, bank, batch);
      return { posts: posts.length, withdrawn, quizzes: quizzes.length, answers };
    });
    sums.posts += done.posts;
    sums.withdrawn += done.withdrawn;
    sums.quizzes += done.quizzes;
    sums.answers += done.answers;
  }
  if (sums.posts + sums.quizzes + sums.answers > 0) log.info(sums, 'What earlier versions stored was converted.');
}

/** False if nobody can tell any more what it asked, and it was still open. */
async function adoptPost(unit: Unit, bank: BankIndex, older: OlderPost, now: number): Promise<boolean> {
  const { channel, date, item } = older;
  const post = await unit.daily.post(channel, date);
  if (post === null) return true;
  const found = atPlace(bank, post.question, item);
  const answers = await unit.daily.answers(channel, date);
  const agrees = answers.every(
    ({ choice, correct }) =>
      found !== undefined && (optionAt(found.item, post.order, choice)?.correct === true) === correct,
  );
  if (found !== undefined && agrees) {
    await unit.older.adoptPost(older, found.hash);
    return true;
  }
  if (post.state !== 'posting' && post.state !== 'open') return true;
  await unit.outbox.withdraw(post.outgoing);
  await closeDailyPost(unit, bank, post, older.scope ?? scopeOf(channel), now);
  return false;
}

async function saveAdopted(unit: Unit, bank: BankIndex, id: string): Promise<void> {
  const quiz = await unit.quizzes.lock(id);
  if (quiz === null) return;
  const state = adoptQuiz(quiz.state, (question, place) => atPlace(bank, question, place));
  await unit.quizzes.save({ ...quiz, state, version: quiz.version + 1 });
}

function atPlace(bank: BankIndex, question: string, place: number): BankItem | undefined {
  const item = bank.question(question)?.items[place];
  return item === undefined ? undefined : bank.item(question, item.id);
}

function placesOf(bank: BankIndex): ReadonlyMap<string, string> {
  const places = bank.items([], null).map(({ question, item, hash }): [string, string] => {
    return [`${question.id}#${question.items.indexOf(item)}`, hash];
  });
  return new Map(places);
}

function splitPlace(place: string): readonly [string, number] {
  const at = place.lastIndexOf('#');
  return [place.slice(0, at), Number(place.slice(at + 1))];
}

/** The scope of a channel's key as adapters make it (`slack:T1:C2`). */
function scopeOf(channel: string): string {
  return channel.split(':').slice(0, 2).join(':');
}
