import type { AskedItem } from '../../core/asked-item.ts';
import type { Card } from '../../core/card.ts';
import { flagsPerDay, toRemark } from '../../core/flag.ts';
import type { Circumstances, Feature } from '../dispatch/feature.ts';
import { reply, replyIdempotently, replyLater } from '../dispatch/feature.ts';
import { doOnce } from '../dispatch/once.ts';
import { doublePress } from '../dispatch/presses.ts';
import type { Environment } from '../environment.ts';
import type { Flagged, FlagState } from '../store/flag.ts';
import type { Unit } from '../store/store.ts';
import {
  lookedAtCard,
  raisedCard,
  remarkAsked,
  remarkedCard,
  takenBackCard,
  tooManyFlagsCard,
} from '../views/flags.ts';
import { repeatedCard, staleCard } from '../views/problem.ts';
import type { FlagSettings } from './telling.ts';
import { tellOfFlags } from './telling.ts';

type Options = Pick<Environment, 'store' | 'bank' | 'clock'> & {
  readonly settings: FlagSettings;
  /** Looks again at what rests. */
  readonly changed: () => Promise<void>;
};

const day = 24 * 60 * 60_000;

/** One press: what of, by whom, and when by the platform's clock. */
type Pressed = { readonly hash: string; readonly asked: AskedItem; readonly user: string; readonly at: number };

/** What a button makes of a flag: it goes, it is there, or whichever it is not now. */
type Wanted = 'back' | 'again' | 'other';

/** “This is wrong”, under every verdict: one press counts for whoever pressed, and another one takes it back. */
export function createFlagFeature({ store, bank, clock, settings, changed }: Options): Feature {
  async function press(unit: Unit, hash: string, to: Wanted, { caller, at }: Circumstances): Promise<Card> {
    const asked = await bank.asked(unit, hash);
    if (asked === undefined) return staleCard();
    const { user } = caller;
    const own = await unit.flags.own(user, hash);
    if (own?.state === 'looked-at') return lookedAtCard();
    const item = { hash, asked, user, at };
    // A double press of the button that does either counts as one, also where another process got the first.
    const isDouble = to === 'other' && own !== null && Math.abs(at - own.changed) <= doublePress;
    const isRaised = own?.state === 'raised';
    if (isDouble || to === (isRaised ? 'again' : 'back'))
      return standing(unit, item, isRaised ? 'raised' : 'taken-back');
    if (!isRaised) return raise(unit, item, own === null);
    await unit.flags.takeBack(user, hash, at);
    await tellOfFlags(unit, flaggedOf(item), asked, settings, clock.wall());
    return takenBackCard(hash);
  }

  async function raise(unit: Unit, pressed: Pressed, isFirst: boolean): Promise<Card> {
    const { asked, user, at } = pressed;
    if (isFirst && (await unit.flags.since(user, at - day)) >= flagsPerDay) return tooManyFlagsCard();
    await unit.flags.raise(user, flaggedOf(pressed), at);
    await tellOfFlags(unit, flaggedOf(pressed), asked, settings, clock.wall());
    return standing(unit, pressed, 'raised');
  }

  async function standing(unit: Unit, { hash }: Pressed, state: FlagState): Promise<Card> {
    if (state !== 'raised') return takenBackCard(hash);
    return raisedCard(hash, (await unit.flags.of(hash))?.people ?? 1, settings.rest);
  }

  async function remark(unit: Unit, hash: string, text: string, user: string): Promise<Card> {
    const asked = await bank.asked(unit, hash);
    const line = toRemark(text);
    if (asked === undefined || line === '') return staleCard();
    if (!(await unit.flags.remark(user, hash, line))) return takenBackCard(hash);
    const flagged = { asked: hash, question: asked.question.id, item: asked.item.id };
    await tellOfFlags(unit, flagged, asked, settings, clock.wall());
    return remarkedCard(hash, line);
  }

  /** An event that is delivered twice is one press: the second would take back what the first did. */
  async function once(event: string, change: (unit: Unit) => Promise<Card>): Promise<Card> {
    const card = (await doOnce(event, { store, clock }, change)) ?? repeatedCard();
    await changed();
    return card;
  }

  return {
    run: () => null,
    press: ({ verb, args: [hash = '', what] }, circumstances) => {
      if (verb !== 'flag') return null;
      if (what === 'say') return { kind: 'ask', asked: remarkAsked(hash, bank.remembered(hash)?.item.stem ?? '') };
      if (what !== undefined && what !== 'back' && what !== 'again') return reply(staleCard());
      const to = what ?? 'other';
      return replyLater(
        () => once(circumstances.event, (unit) => press(unit, hash, to, circumstances)),
        what === undefined ? 'new' : 'instead',
      );
    },
    take: ({ verb, args: [hash = ''] }, { text = '' }, { caller }) =>
      verb === 'flag'
        ? replyIdempotently(() => store.transact((unit) => remark(unit, hash, text, caller.user)), 'instead')
        : null,
  };
}

function flaggedOf({ hash, asked: { question, item } }: Pressed): Flagged {
  return { asked: hash, question: question.id, item: item.id };
}
