import { setImmediate as nextTurn } from 'node:timers/promises';
import { learnerOf } from '../../src/app/person-keys.ts';
import type { Card } from '../../src/core/card.ts';
import type { PracticeSession } from '../../src/core/practice/session.ts';
import type { TimeOfDay } from '../../src/core/schedule/local-time.ts';
import { button, shownIn } from '../app/edits.ts';
import { wordsOf } from '../app/words-of.ts';
import type { SimulatedPlatform } from '../simulators/platform/platform.ts';
import type { Database } from './database.ts';
import type { PracticeProcess } from './practice-process.ts';
import type { Seeded } from './rounds.ts';

/** Somebody who has daily practice, with all that happened to them; times in UTC ms. */
export type Learner = {
  readonly user: string;
  readonly zone: string;
  readonly time: TimeOfDay;
  /** How often they know an answer. */
  readonly skill: number;
  /** From when on it was on, and until when; null for still on. */
  readonly periods: { readonly from: number; until: number | null }[];
  /** Which questions they were asked, in a message or where they practised by themselves. */
  readonly asked: { readonly question: string; readonly at: number }[];
  /** When they put a message off. */
  readonly later: number[];
  /** How many of their messages they have seen. */
  seen: number;
};

/** What people do with a message of the day, by share; all others answer it. */
const shares = { ignore: 0.1, later: 0.05, notToday: 0.04, stop: 0.02 };

/** So many new questions somebody begins with, and takes on when they practise by themselves. */
const taken = 5;

type Needs = {
  readonly bots: readonly PracticeProcess[];
  readonly platform: SimulatedPlatform;
  readonly database: Database;
  readonly chance: Seeded;
  readonly now: () => number;
};

/** What learners do. Whoever hears nothing, since the bot was killed, does the same once more. */
export class Learners {
  readonly #needs: Needs;

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  /** Practises for the first time, and has daily practice from now on. */
  async begin(learner: Learner): Promise<void> {
    await this.practise(learner, taken);
    await this.turnOn(learner);
  }

  async turnOn({ user, zone, time, periods }: Learner): Promise<void> {
    const clock = [time.hour, time.minute].map((part) => String(part).padStart(2, '0')).join(':');
    const card = await this.#say(user, { text: `practice daily ${clock} ${zone}` });
    if (card?.title !== 'Daily practice is on') throw new Error(`It is not on: ${card && wordsOf(card)}`);
    periods.push({ from: this.#needs.now(), until: null });
  }

  /** Practises without being asked, and answers `answers` of the questions. */
  async practise(learner: Learner, answers: number): Promise<void> {
    const said = await this.#say(learner.user, { text: `practice ${taken}` });
    // Of one that is open they are asked which to take; also where it was begun by what nobody heard an answer to.
    const isOpen = said !== null && button(said, 'Go on') !== '';
    const first = isOpen ? await this.#press(learner.user, said, 'Go on') : said;
    const session = await this.#session(learner);
    const at = this.#needs.now();
    for (const { question } of session?.items ?? []) learner.asked.push({ question, at });
    await this.#answer(learner, first, answers);
  }

  /** Notes what the messages that have come ask; gives the cards of those that are new. */
  async read(learner: Learner): Promise<readonly Card[]> {
    const messages = this.#needs.platform.in(`@${learner.user}`).slice(learner.seen);
    learner.seen += messages.length;
    const last = messages.at(-1);
    if (last !== undefined) {
      const session = await this.#session(learner);
      for (const { question } of session?.items ?? []) learner.asked.push({ question, at: last.at });
    }
    return messages.map(({ card }) => card);
  }

  /** Does with a message what people do. */
  async react(learner: Learner, card: Card): Promise<void> {
    const { chance, now } = this.#needs;
    const { user, later, periods } = learner;
    let draw = chance.next();
    const falls = (share: number) => {
      draw -= share;
      return draw < 0;
    };
    if (falls(shares.ignore)) return;
    if (falls(shares.later)) {
      const said = await this.#press(user, card, 'Later');
      if (said?.title === 'Later, then') later.push(now());
      return;
    }
    if (falls(shares.notToday)) {
      await this.#press(user, card, 'Not today');
    } else if (falls(shares.stop)) {
      await this.#press(user, card, 'Stop these');
      const period = periods.at(-1);
      if (period !== undefined) period.until = now();
    } else {
      await this.#answer(learner, card, Number.POSITIVE_INFINITY);
    }
  }

  /** Answers question after question, as many as there are or as somebody has time for. */
  async #answer({ user, skill }: Learner, first: Card | null, most: number): Promise<void> {
    let card = first;
    for (let done = 0; done < most && card !== null; done += 1) {
      const { right, wrong } = shownIn(card);
      const letter = this.#needs.chance.next() < skill ? right.letter : wrong.letter;
      const judged = await this.#press(user, card, letter);
      if (judged === null || button(judged, 'Next') === '') return;
      card = await this.#press(user, judged, 'Next');
    }
  }

  async #session({ user }: Learner): Promise<PracticeSession | null> {
    const [row] = await this.#needs.database.read(
      `select state from practice_sessions where learner = '${learnerOf(user)}'`,
    );
    return row === undefined ? null : (JSON.parse(String(row['state'])) as PracticeSession);
  }

  #press(user: string, card: Card, label: string): Promise<Card | null> {
    const id = button(card, label);
    if (id === '') throw new Error(`There is no ${label} under\n${wordsOf(card)}`);
    return this.#say(user, { button: id });
  }

  async #say(user: string, what: Parameters<PracticeProcess['ask']>[1]): Promise<Card | null> {
    const { bots, chance } = this.#needs;
    for (;;) {
      const death = bots.flatMap(({ deaths }) => deaths).at(0);
      if (death !== undefined) throw new Error(`An instance has ended by itself. ${death}`);
      const alive = bots.filter(({ isAlive }) => isAlive);
      const card = await chance.pick(alive.length === 0 ? bots : alive).ask(user, what);
      if (card !== undefined) return card;
      // Where none is alive, that another is started takes turns of the event loop.
      await nextTurn();
    }
  }
}
