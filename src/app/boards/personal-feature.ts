import type { Card } from '../../core/card.ts';
import { localDate } from '../../core/schedule/local-date.ts';
import type { Feature } from '../dispatch/feature.ts';
import { reply, replyLater } from '../dispatch/feature.ts';
import type { Environment } from '../environment.ts';
import type { PageLinks } from '../page-links.ts';
import { keyIn, scopeOf } from '../person-keys.ts';
import type { Caller } from '../ports.ts';
import { readProgress } from '../progress/reading.ts';
import type { ScoreRow } from '../store/score.ts';
import type { Kept, Unit } from '../store/store.ts';
import type { Reach } from '../views/forget.ts';
import { forgetCard, forgottenCard, nameOfPlace, placesNamed } from '../views/forget.ts';
import { personalCard } from '../views/personal.ts';
import { staleCard } from '../views/problem.ts';
import { calendarZone } from './calendar.ts';
import { ownRecord } from './counted-boards.ts';

type Options = Pick<Environment, 'store' | 'bank' | 'clock' | 'rules'> & {
  /** Takes the person with a key out of what others see, such as quizzes, in the unit in which the rest is deleted. */
  readonly leave: (unit: Unit, user: string, needs: Omit<Options, 'store'>) => Promise<void>;
  readonly links: () => PageLinks;
  /** Generates an unguessable token. */
  readonly token: () => string;
  /** The name of a scope for people, null if it cannot be had; never rejects. */
  readonly nameOf: (scope: string) => Promise<string | null>;
};

/** What is known of a person in one scope. */
type Found = {
  readonly scope: string;
  readonly everywhere: ScoreRow | null;
  readonly alone: ScoreRow | null;
};

type FoundKept = Found & { readonly kept: Kept };

/** A person's own record, and deleting it: in one scope, or wherever they are known. */
export function createPersonalFeature(options: Options): Feature {
  const { store, bank, leave, links, nameOf } = options;

  async function record(caller: Caller): Promise<Card> {
    const { channel, user, direct } = caller;
    const { all, here, streak, isShown, progress, page } = await store.transact(async (unit) => ({
      ...(await progressIn(unit, user, options)),
      all: await foundOf(unit, caller),
      here: direct ? null : await unit.scores.own(channel, 'all', user),
      streak: await streakIn(unit, caller, options),
      isShown: await unit.people.isShown(user),
    }));
    const totals = {
      everywhere: sumOf(all.map(({ everywhere }) => everywhere)),
      alone: sumOf(all.map(({ alone }) => alone)),
    };
    const made = all.filter((found) => pointsOf(found) > 0);
    const places = reachOf(caller) === 'everywhere' ? await named(made, caller) : [];
    const shown = links().board('') === null ? null : isShown;
    return personalCard({ ...totals, here, streak, shown, places, progress, page, direct }, bank.subject());
  }

  async function show(caller: Caller, isShown: boolean): Promise<Card> {
    await store.transact(async (unit) => {
      for (const user of new Set([caller.user, ...(await keysOf(unit, caller))])) await unit.people.show(user, isShown);
    });
    return record(caller);
  }

  /** Each with its name, most points first. */
  async function named<Place extends Found>(all: readonly Place[], { scope: own }: Caller) {
    const best = all.toSorted((one, other) => pointsOf(other) - pointsOf(one));
    return Promise.all(
      best.map(async (found, no) => {
        const direct = found.scope === own;
        const told = direct || no >= placesNamed ? null : await nameOf(found.scope);
        const name = nameOfPlace({ name: told, direct });
        return { ...found, name, points: pointsOf(found) };
      }),
    );
  }

  async function confirm(caller: Caller): Promise<Card> {
    const all = await store.transact((unit) => foundWithKept(unit, caller));
    return forgetCard(await named(all, caller), reachOf(caller));
  }

  async function forget(caller: Caller): Promise<Card> {
    await store.transact(async (unit) => {
      for (const user of await keysOf(unit, caller)) {
        await leave(unit, user, options);
        await unit.people.forget(user);
      }
    });
    return forgottenCard(reachOf(caller));
  }

  return {
    run: (command, { caller }) => {
      if (command.kind === 'me') return replyLater(() => record(caller));
      return command.kind === 'forget-me' ? replyLater(() => confirm(caller)) : null;
    },
    press: ({ verb, args }, { caller }) => {
      if (verb === 'record') {
        const [wish] = args;
        if (args.length !== 1 || (wish !== 'show' && wish !== 'hide')) return reply(staleCard());
        return replyLater(() => show(caller, wish === 'show'), 'instead');
      }
      if (verb !== 'forget') return null;
      if (args.length !== 1 || args[0] !== 'yes') return reply(staleCard());
      return replyLater(() => forget(caller), 'instead');
    },
  };
}

/** Their streak in the channel, with its local date, by which freezes are counted. */
async function streakIn(unit: Unit, { channel, user }: Caller, { clock, rules }: Pick<Options, 'clock' | 'rules'>) {
  const of = await unit.daily.streak(channel, user);
  const today = localDate(clock.wall(), await calendarZone(unit, channel, rules), rules);
  return of === null ? null : { of, today };
}

/** How far a person has come, and the address of their page. Without answers there is nothing to show, and nobody gets one. */
async function progressIn(unit: Unit, user: string, needs: Omit<Options, 'store'>) {
  const progress = await readProgress(unit, user, needs);
  const { progress: address } = needs.links();
  const isPage = progress.met > 0 && address('') !== null;
  return { progress, page: isPage ? address(await unit.progress.token(user, needs.token())) : null };
}

function reachOf({ elsewhere }: Caller): Reach {
  return elsewhere === undefined ? 'here' : elsewhere === 'meant' ? 'everywhere' : 'apart';
}

/** The keys that are meant by what somebody says about themselves. */
async function keysOf(unit: Unit, caller: Caller): Promise<readonly string[]> {
  return reachOf(caller) === 'everywhere' ? unit.people.keysOf(caller.user) : [caller.user];
}

async function foundOf(unit: Unit, caller: Caller): Promise<readonly Found[]> {
  const found: Found[] = [];
  for (const user of await keysOf(unit, caller)) {
    const scope = user === caller.user ? caller.scope : scopeOf(user);
    const alone = ownRecord(scope);
    found.push({
      scope,
      everywhere: await unit.scores.own(scope, 'all', user),
      alone: await unit.scores.own(alone, 'all', user),
    });
  }
  return found;
}

/** With what is kept in each, which takes a look at all of it. */
async function foundWithKept(unit: Unit, caller: Caller): Promise<readonly FoundKept[]> {
  const all: FoundKept[] = [];
  for (const found of await foundOf(unit, caller)) {
    all.push({ ...found, kept: await unit.people.kept(keyIn(found.scope, caller.user)) });
  }
  return all;
}

function pointsOf({ everywhere, alone }: Found): number {
  return (everywhere?.points ?? 0) + (alone?.points ?? 0);
}

/** The totals of several boards; their rank says nothing. */
function sumOf(rows: readonly (ScoreRow | null)[]): ScoreRow | null {
  const all = rows.filter((row) => row !== null);
  const [first] = all;
  if (first === undefined) return null;
  const sum = (of: 'points' | 'answered' | 'correct' | 'won') => all.reduce((so, row) => so + row[of], 0);
  return { ...first, points: sum('points'), answered: sum('answered'), correct: sum('correct'), won: sum('won') };
}
