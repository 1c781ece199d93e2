import { topicTitle } from '../../core/bank.ts';
import { typedName } from '../../core/bank-name.ts';
import type { Card } from '../../core/card.ts';
import { announce } from '../daily/announcing.ts';
import type { Circumstances, Feature } from '../dispatch/feature.ts';
import { reply, replyLater } from '../dispatch/feature.ts';
import type { Environment } from '../environment.ts';
import type { Caller } from '../ports.ts';
import type { Unit } from '../store/store.ts';
import type { ShownBank } from '../views/banks.ts';
import { bankChosenCard, banksCard, bankUsedCard, noSuchBankCard } from '../views/banks.ts';
import { notAllowedCard } from '../views/daily-settings.ts';
import { staleCard } from '../views/problem.ts';
import type { ChannelBanks } from './channel-banks.ts';
import type { Library } from './library.ts';

type Options = Pick<Environment, 'store' | 'clock'> & {
  readonly library: Library;
  readonly channels: ChannelBanks;
};

/** A bank, and the name under which it is kept. */
type Known = ShownBank & { readonly name: string };

/** Shows which bank a channel uses, and lets those who manage it choose another. */
export function createBankFeature({ store, clock, library, channels }: Options): Feature {
  function known(): readonly Known[] {
    return library.names().map((name) => {
      const bank = library.index(name);
      const subject = bank.subject();
      const questions = new Set(bank.items([], null).map(({ question }) => question.id)).size;
      return { name, typed: typedName(subject), subject, questions };
    });
  }

  function status({ channel, direct, manages }: Caller): Card {
    const banks = known();
    const used = banks.find(({ name }) => name === channels.of(channel));
    return used === undefined ? staleCard() : banksCard(banks, used, { direct, manages });
  }

  /** Only a later daily question can be lost, and only if it asks on a topic: what stands there is found in any bank. */
  async function lostTopic(unit: Unit, channel: string, { subject }: Known): Promise<string | null> {
    const schedule = await unit.daily.schedule(channel);
    const topic = schedule?.on === true ? schedule.settings.topic : undefined;
    if (topic === undefined || subject.topics.some(({ id }) => id === topic)) return null;
    return topicTitle(subject, topic);
  }

  async function use(wanted: Known, circumstances: Circumstances): Promise<Card> {
    const { caller, event } = circumstances;
    const { channel, scope, user } = caller;
    const isNew = channels.of(channel) !== wanted.name;
    const choice = { channel, scope, bank: wanted.name, setBy: user };
    const lost = await store.transact(async (unit) => {
      const now = clock.wall();
      if (isNew && (await unit.isNew(event, now))) {
        await unit.banks.choose({ ...choice, at: now });
        const card = bankChosenCard(caller, wanted.subject);
        await announce(unit, circumstances, { card, promises: false }, now);
      }
      return lostTopic(unit, channel, wanted);
    });
    channels.note(choice);
    return bankUsedCard(wanted, isNew, lost);
  }

  function choose(typed: string, circumstances: Circumstances) {
    if (!circumstances.caller.manages) return reply(notAllowedCard());
    const banks = known();
    const wanted = banks.find((bank) => bank.typed === typed);
    return wanted === undefined ? reply(noSuchBankCard(typed, banks)) : replyLater(() => use(wanted, circumstances));
  }

  return {
    run: (command, circumstances) => {
      if (command.kind !== 'bank') return null;
      return command.action === 'use' ? choose(command.name, circumstances) : reply(status(circumstances.caller));
    },
    press: ({ verb, args }, circumstances) => (verb === 'bank' ? choose(args[0] ?? '', circumstances) : null),
  };
}
