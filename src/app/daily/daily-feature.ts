import type { Card, Own } from '../../core/card.ts';
import type { Chosen } from '../../core/command/compose.ts';
import type { ReminderCommand } from '../../core/command/reminder.ts';
import { isReminder } from '../../core/command/reminder.ts';
import type { Command } from '../../core/command.ts';
import type { Circumstances, Feature, Reader } from '../dispatch/feature.ts';
import { reply, replyLater } from '../dispatch/feature.ts';
import { hindered } from '../dispatch/hindered.ts';
import { doOnce } from '../dispatch/once.ts';
import type { Environment } from '../environment.ts';
import type { Unit } from '../store/store.ts';
import { notAllowedCard } from '../views/daily-settings.ts';
import { repeatedCard, staleCard } from '../views/problem.ts';
import type { AnswerNeeds } from './answering.ts';
import { answerDaily } from './answering.ts';
import { askOnDemand } from './asking.ts';
import { chosenDaily } from './in-force.ts';
import { createSetUp } from './set-up.ts';
import { skipDate, unskipDate } from './skips.ts';
import { dailyStatus } from './status.ts';
import { turnOff } from './turning-off.ts';

type Options = Environment & {
  /** Makes a word that nobody can guess. */
  readonly token: () => string;
  readonly answered?: NonNullable<AnswerNeeds['answered']>;
};

type DailyCommand = Exclude<Extract<Command, { readonly kind: 'daily' }>, ReminderCommand>;

/** Commands and buttons of the daily question. */
export function createDailyFeature({ token, ...environment }: Options): Feature {
  const { store, bank, clock, rules, random } = environment;
  const setUp = createSetUp({ ...environment, token });

  function run(command: DailyCommand, circumstances: Circumstances) {
    const { caller, event } = circumstances;
    if (command.action === 'status') {
      return replyLater(() => store.transact((unit) => dailyStatus(unit, caller.channel, environment)));
    }
    if (!caller.manages) return reply(notAllowedCard());
    const doIt = async (change: (unit: Unit) => Promise<Card>) =>
      (await doOnce(event, environment, change)) ?? repeatedCard();
    const once = (change: (unit: Unit) => Promise<Card>) => replyLater(() => doIt(change));
    switch (command.action) {
      case 'on':
        return setUp.order(command.settings, circumstances);
      case 'off':
        return once((unit) => turnOff(unit, circumstances, clock));
      case 'skip':
        return once((unit) => skipDate(unit, circumstances, environment));
      case 'unskip':
        return once((unit) => unskipDate(unit, null, circumstances, environment));
      case 'now':
        return replyLater(async () => {
          const schedule = await store.transact((unit) => unit.daily.schedule(caller.channel));
          const plan = { kind: 'question', thread: schedule?.settings.thread === true, ping: null } as const;
          const stopped = await hindered(plan, circumstances);
          return stopped ?? doIt((unit) => askOnDemand(unit, caller, { bank, rules, now: clock.wall(), random }));
        });
    }
  }

  /** What the reader has answered, to be marked in the question; whether it was right, they were told at once. */
  async function own(date: string, { user, channel }: Reader): Promise<Own | null> {
    const answers = await store.transact((unit) => unit.daily.answers(channel, date));
    const answer = answers.find((each) => each.user === user);
    return answer === undefined ? null : { chosen: answer.choice, tone: 'neutral', text: [] };
  }

  async function inForce({ channel }: Reader): Promise<Chosen | null> {
    const schedule = await store.transact((unit) => unit.daily.schedule(channel));
    return schedule?.on === true ? chosenDaily(schedule.settings) : null;
  }

  return {
    inForce: (command, reader) => (command === 'daily on' ? inForce(reader) : null),
    own: ({ verb, args: [date = ''] }, reader) => (verb === 'daily' ? own(date, reader) : null),
    run: (command, circumstances) =>
      command.kind === 'daily' && !isReminder(command) ? run(command, circumstances) : null,
    press: ({ verb, args }, circumstances) => {
      if (verb === 'zone') return setUp.choose(args, circumstances);
      if (verb === 'unskip') {
        if (!circumstances.caller.manages) return reply(notAllowedCard());
        if (!isDate(args[0]) || args.length !== 1) return reply(staleCard());
        const date = args[0];
        return replyLater(
          () => store.transact((unit) => unskipDate(unit, date, circumstances, environment)),
          'instead',
        );
      }
      if (verb !== 'daily') return null;
      return replyLater(() =>
        store.transact((unit) => answerDaily(unit, environment, args, circumstances, clock.wall())),
      );
    },
  };
}

function isDate(text: string | undefined): text is string {
  return text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text) && Number.isFinite(Date.parse(text));
}
