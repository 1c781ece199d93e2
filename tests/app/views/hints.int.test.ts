import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inline } from '../../../src/adapters/discord/cards/inline.ts';
import { sayCommand } from '../../../src/adapters/discord/inbound/said-command.ts';
import { resolveCard as resolveOnPage } from '../../../src/adapters/playground/cards/resolve.ts';
import { readTyped } from '../../../src/adapters/playground/inbound/typed-text.ts';
import { resolveCard as resolveOnSlack } from '../../../src/adapters/slack/cards/resolve.ts';
import type { Inbound } from '../../../src/app/ports.ts';
import { hint, paragraph, plainText } from '../../../src/core/card.ts';
import type { Command } from '../../../src/core/command.ts';
import { parseCommand } from '../../../src/core/command.ts';
import type { Bot } from '../../adapters/discord/harness.ts';
import { listening, reply, startBot } from '../../adapters/discord/harness.ts';
import { startBot as startSlackBot } from '../../adapters/slack/harness.ts';
import { shipped } from '../../search/bank.ts';
import { toList, toObject } from '../../simulators/discord/json.ts';
import type { DiscordSimulator } from '../../simulators/discord/simulator.ts';
import { startDiscordSimulator } from '../../simulators/discord/simulator.ts';
import type { Typed } from '../../simulators/discord/used-command.ts';
import { until } from '../../until.ts';
import { everyCard } from './every-card.ts';
import { everyHint, spansOf } from './every-hint.ts';

const { subject } = shipped;
const hints = everyHint();
const meant = (text: string): Command => parseCommand(text, subject.topics);
const titles = subject.examples.map(({ title }) => title);

describe('what people are told to type', () => {
  it('is a command as it stands, or a question of the bank', () => {
    expect(hints.length).toBeGreaterThan(20);
    for (const text of hints) {
      const { kind } = meant(text);
      expect([text, kind]).not.toEqual([text, 'mistake']);
      if (kind === 'ask') expect(titles).toContain(text);
    }
  });

  it('is never written as mere text, which no platform could say in its own way', () => {
    for (const [name, card] of everyCard()) {
      const written = spansOf(card).flatMap((span) => {
        if (span.kind === 'code') return ['ask', 'mistake'].includes(meant(span.text).kind) ? [] : [span.text];
        return span.kind === 'text'
          ? (span.text.match(/(?<![\w/])\/(?:pytorch|quiz|daily|leaderboard|me|help)\b/g) ?? [])
          : [];
      });
      // Answers speak of code that is called as a command of ours is.
      if (!/^(whole )?answer |^shared |^peer checklist /.test(name)) expect([name, written]).toEqual([name, []]);
    }
  });
});

describe('on Slack', () => {
  const { heard, application } = listening(() => ({ kind: 'now', reply: reply('Understood') }));

  it('every hint is what the app understands, as a slash command and as a mention in a thread', async () => {
    const bot = await startSlackBot('socket', application);
    const say = (text: string, opening: '/pytorch' | '@pytorch') =>
      spansOf(resolveOnSlack({ body: [paragraph(hint(text))] }, opening, { now: 0, ahead: 0 }))
        .map((span) => span.text)
        .join('');
    for (const text of hints) {
      const [, typed = ''] = /^\/pytorch ?(.*)$/.exec(say(text, '/pytorch')) ?? [];
      await bot.command({ text: typed });
      expect(commandOf(heard.at(-1))).toEqual(meant(text));
      expect(say(text, '@pytorch')).toBe(`@pytorch ${text}`.trim());
    }
    await bot.end();
  });
});

describe('on Discord', () => {
  const { heard, application } = listening(() => ({ kind: 'now', reply: reply('Understood') }));
  let discord: DiscordSimulator;
  let bot: Bot;
  beforeAll(async () => {
    discord = await startDiscordSimulator();
    bot = await startBot(discord, application);
  });
  afterAll(async () => {
    await bot.adapter.stop();
    await discord.stop();
  });
  const registered = () => [...discord.commands.values()].flat().map(toObject);

  it('every hint is a link to a command that is registered, with options that it takes', async () => {
    const ids = new Map(registered().map(({ name, id }) => [String(name), String(id)]));
    for (const text of hints) {
      const said = inline(sayCommand(text, subject, ids));
      const [, path = '', id, , options = ''] = /^<\/([^:]+):(\d+)>( `(.+)`)?$/.exec(said) ?? [];
      const [name = '', sub = null] = path.split(' ');
      expect([said, id]).toEqual([said, ids.get(name)]);
      const before = heard.length;
      discord.use(
        name,
        sub,
        fillIn(registered(), name, sub, options === '' && name === 'pytorch' ? 'question:help' : options),
      );
      await until(() => expect(heard.length).toBeGreaterThan(before));
      expect([said, commandOf(heard.at(-1))]).toEqual([said, onDiscord(meant(text))]);
    }
  });

  it('where the ids are not known it is the same as text', () => {
    const plain = (text: string) => plainText(sayCommand(text, subject, new Map()));
    expect(plain('quiz 10 teams')).toBe('/quiz start count:10 teams:2');
    expect(plain('daily on 09:00 Europe/Berlin weekdays')).toBe(
      '/daily on time:09:00 zone:Europe/Berlin days:weekdays',
    );
    expect(plain('topics')).toBe('/pytorch question:topics');
    expect(plain('forget me')).toBe('/forget-me');
  });
});

describe('on the page', () => {
  it('every hint is understood as it is shown', () => {
    for (const text of hints) {
      const [shown] = spansOf(resolveOnPage({ body: [paragraph(hint(text))] }, subject, 0));
      expect(readTyped(shown?.text ?? '', false, subject)).toEqual({ kind: 'ordered', command: meant(text) });
    }
  });
});

function commandOf(inbound: Inbound | undefined): Command | undefined {
  return inbound?.kind === 'command' ? inbound.command : undefined;
}

/** Discord has options for three topics, and its option for teams takes a number. */
function onDiscord(command: Command): Command {
  if (command.kind !== 'quiz' || command.action !== 'start') return command;
  const { topics, teams, ...rest } = command.settings;
  const number = teams === undefined ? {} : { teams: teams === 'default' ? 2 : teams };
  return { ...command, settings: { ...rest, topics: topics.slice(0, 3), ...number } };
}

/** What a person fills in who copies `count:10 topic:Tensors`: choices by their names, as Discord's clients show them. */
function fillIn(
  registered: readonly Readonly<Record<string, unknown>>[],
  name: string,
  sub: string | null,
  text: string,
): Typed {
  const command = registered.find((candidate) => candidate['name'] === name && (candidate['type'] ?? 1) === 1) ?? {};
  const options = toList(command['options']).map(toObject);
  const own =
    sub === null ? options : toList(toObject(options.find((each) => each['name'] === sub))['options']).map(toObject);
  const names = own.map((option) => String(option['name'])).toSorted((a, b) => b.length - a.length);
  const parts = text === '' ? [] : text.split(new RegExp(` (?=(?:${names.join('|')}):)`));
  return Object.fromEntries(
    parts.map((part) => {
      const [, option = '', value = ''] = /^([^:]+):(.*)$/.exec(part) ?? [];
      const taken = own.find((each) => each['name'] === option) ?? {};
      const choice = toList(taken['choices'])
        .map(toObject)
        .find((each) => each['name'] === value);
      if (toList(taken['choices']).length > 0 && choice === undefined)
        throw new Error(`${value} is no choice of ${option}`);
      const type = Number(taken['type']);
      return [option, type === 4 ? Number(value) : type === 5 ? value === 'True' : String(choice?.['value'] ?? value)];
    }),
  );
}
