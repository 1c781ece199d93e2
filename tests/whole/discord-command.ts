import type { Typed } from '../simulators/discord/used-command.ts';

/** A command of Discord's, its sub-command and what is filled into its options. */
export type Used = readonly [name: string, sub: string | null, typed: Typed];

/** What somebody fills in on Discord who would type these words elsewhere, as far as journeys use them. */
export function toUsed(text: string): Used {
  const [, count, seconds, teams] = /^quiz (\d+) (\d+)s( teams)?$/.exec(text) ?? [];
  if (count !== undefined) {
    return ['quiz', 'start', { count: Number(count), seconds: Number(seconds), ...(teams && { teams: 2 }) }];
  }
  const [, when, there] = /^practi[cs]e daily(?: (\S+))?(?: (\S+))?$/.exec(text) ?? [];
  if (/^practi[cs]e daily/.test(text))
    return ['practice', null, { daily: when ?? 'status', ...(there && { zone: there }) }];
  const [, practised] = /^practi[cs]e(?: (.+))?$/.exec(text) ?? [];
  if (/^practi[cs]e/.test(text)) return ['practice', null, filterOptions(practised ?? '')];
  const [, interviewed] = /^interview(?: (.+))?$/.exec(text) ?? [];
  if (/^interview/.test(text)) {
    const { count, ...rest } = filterOptions(interviewed ?? '');
    return ['interview', null, { ...rest, ...(count && { minutes: count }) }];
  }
  const [, hour, place] = /^daily remind (\S+)(?: (\S+))?$/.exec(text) ?? [];
  if (hour !== undefined) return ['remind', null, { at: hour, ...(place && { zone: place }) }];
  const [, alone] = /^quiz (\d+)$/.exec(text) ?? [];
  if (alone !== undefined) return ['quiz', 'start', { count: Number(alone) }];
  const [, time, zone = '', rest = ''] = /^daily on (\S+) (\S+)(?: (.+))?$/.exec(text) ?? [];
  if (time !== undefined) return ['daily', 'on', { time, zone, ...dailyOptions(rest) }];
  const [, name = '', action = ''] = /^(quiz|daily) (\w+)$/.exec(text) ?? [];
  if (name !== '') return [name, action, {}];
  const [, season] = /^season start (.+)$/.exec(text) ?? [];
  if (season !== undefined) return ['season', 'start', { name: season }];
  if (/^season( end)?$/.test(text)) return ['season', text.endsWith('end') ? 'end' : 'board', {}];
  const [, bank] = /^bank(?: use (\S+))?$/.exec(text) ?? [];
  if (/^bank/.test(text)) return ['bank', null, { ...(bank && { use: bank }) }];
  if (/^(What|how|topics|random|workspace)\b/.test(text)) return ['pytorch', null, { question: text }];
  switch (text) {
    case 'leaderboard':
      return ['leaderboard', null, {}];
    case 'leaderboard teams':
      return ['leaderboard', null, { teams: true }];
    case 'leaderboard all':
      return ['leaderboard', null, { period: 'all' }];
    case 'me':
      return ['me', null, {}];
    case 'me anki':
      return ['me', null, { export: 'anki' }];
    case 'me export':
      return ['me', null, { export: 'data' }];
    case 'forget me':
      return ['forget-me', null, {}];
    case 'suggest':
    case 'suggestions':
      return [text, null, {}];
    default:
      throw new Error(`No command of Discord's is known for ${text}.`);
  }
}

/** `5 tensors hard`, each of them perhaps missing. */
function filterOptions(text: string): Typed {
  const [count] = /\d+/.exec(text) ?? [];
  const [level] = /easy|medium|hard/.exec(text) ?? [];
  const topic = text.split(' ').find((word) => /^[a-z]+$/.test(word) && word !== level);
  return { ...(count && { count: Number(count) }), ...(topic && { topic }), ...(level && { level }) };
}

/** `weekdays topic:tensors level:hard thread ping:@700000000000000777`, each of them perhaps missing. */
function dailyOptions(text: string): Typed {
  const [, days] = /(?:^| )((?:mon|tue|wed|thu|fri|sat|sun|week)[\w,-]*)/.exec(text) ?? [];
  const [, topic] = /topic:(\S+)/.exec(text) ?? [];
  const [, level] = /level:(\S+)/.exec(text) ?? [];
  const [, ping] = /ping:@(\d+)/.exec(text) ?? [];
  return {
    ...(days && { days }),
    ...(topic && { topic }),
    ...(level && { level }),
    ...(ping && { ping }),
    ...(/\bthread\b/.test(text) && { thread: true }),
  };
}
