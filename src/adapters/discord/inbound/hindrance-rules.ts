import type { PermissionsBitField } from 'discord.js';
import { ChannelType } from 'discord.js';
import type { Hindrance, Plan } from '../../../app/hindrance.ts';
import type { Rich, Span } from '../../../core/card.ts';
import { paragraph } from '../../../core/card.ts';
import type { Permission } from './permissions.ts';
import { lackingOf, neededFor, permissionName } from './permissions.ts';
import type { Place } from './place.ts';
import { homeOf, onlyThreads } from './place.ts';

/** What Discord has told about the place of a plan. */
export type Standing = {
  readonly place: Place;
  /** The bot's own, there. */
  readonly permissions: Pick<PermissionsBitField, 'has'>;
  /** False in a private thread that the bot was not added to. */
  readonly isVisible: boolean;
  /** Whether anyone may mention a role, by its id; null if not told. */
  readonly mentionable: (role: string) => boolean | null;
};

/** What stands against a plan, the first that has to be mended; null for nothing. */
export function hindranceOf(plan: Plan, standing: Standing): Hindrance | null {
  return (
    kindHindrance(plan, standing.place) ??
    threadHindrance(plan, standing) ??
    permissionHindrance(plan, standing) ??
    pingHindrance(plan, standing)
  );
}

const voices: ReadonlySet<unknown> = new Set([ChannelType.GuildVoice, ChannelType.GuildStageVoice]);

const where = 'in a text or announcement channel, in a thread, or in a post of a forum.';

function kindHindrance({ kind }: Plan, { type }: Place): Hindrance | null {
  const isQuiz = kind === 'quiz';
  const cure = say(kind === 'daily' ? 'Set it up ' : isQuiz ? 'Start it ' : 'Ask for it ', where);
  if (voices.has(type)) {
    const problem = isQuiz
      ? 'A quiz is played in a thread, and voice and stage channels cannot have any.'
      : `The chat of a voice or stage channel is for those who are in it, so ${kind === 'answer' ? 'an answer' : 'a question'} would find nobody there.`;
    return { problem: say(problem), cure };
  }
  if (!onlyThreads.has(type)) return null;
  const problem = `A forum has no messages but its posts, so a ${isQuiz ? 'quiz' : 'daily question'} has no place beside them.`;
  return { problem: say(problem), cure };
}

/** What only threads bring with them. */
function threadHindrance(plan: Plan, { place, permissions, isVisible }: Standing): Hindrance | null {
  if (homeOf(place).thread !== 'whole') return null;
  if (!isVisible) {
    return {
      problem: say('I am not in this private thread.'),
      cure: say('Mention me in a message here, which adds me, and try again.'),
    };
  }
  if (place.locked && lackingOf(['ManageThreads'], permissions).length > 0) {
    return {
      problem: say('This thread is locked, and I lack the permission ', bold(permissionName('ManageThreads')), '.'),
      cure: say('Unlock the thread, or give me that permission, and try again.'),
    };
  }
  if (plan.kind === 'quiz' || !plan.thread) return null;
  return {
    problem: say('This is a thread already, and no other can be opened in it.'),
    cure: say('Leave out ', { kind: 'code', text: 'thread' }, ', or set it up in the channel.'),
  };
}

function permissionHindrance(plan: Plan, { place, permissions }: Standing): Hindrance | null {
  const lacking = lackingOf(neededFor(plan, homeOf(place).thread === 'whole'), permissions);
  if (lacking.length === 0) return null;
  const isThreadAlone = plan.kind !== 'quiz' && lacking.every((permission) => permission === 'CreatePublicThreads');
  const them = lacking.length === 1 ? 'it' : 'them';
  const channel = place.parent === null ? 'this channel' : 'the channel of this thread';
  return {
    problem: say(
      ...lackingWords(lacking),
      ` in ${channel}`,
      isThreadAlone ? ', so I cannot open a thread under a question.' : '.',
    ),
    cure: say(
      `Give ${them} to me under `,
      italic('Edit Channel › Permissions'),
      ', or to my role under ',
      italic('Server Settings › Roles'),
      ...(isThreadAlone ? withoutThread(plan.kind === 'daily') : [', and try again.']),
    ),
  };
}

/** A call is silent unless anyone may mention the role, or the bot may mention all roles. */
function pingHindrance(plan: Plan, { permissions, mentionable }: Standing): Hindrance | null {
  const role = plan.kind === 'quiz' ? undefined : /^<@&(\d+)>$/.exec(plan.ping ?? '')?.[1];
  const lacking = lackingOf(['MentionEveryone'], permissions);
  if (role === undefined || mentionable(role) !== false || lacking.length === 0) return null;
  return {
    problem: say(
      'Not everyone may mention that role, and ',
      ...lackingWords(lacking),
      ', so nobody would be notified.',
    ),
    cure: say(
      'Let anyone mention the role under ',
      italic('Server Settings › Roles'),
      ', give me that permission, or leave out ',
      { kind: 'code', text: 'ping' },
      '.',
    ),
  };
}

/** `I lack the permissions A and B`. */
export function lackingWords(lacking: readonly Permission[]): readonly (string | Span)[] {
  const lead = `I lack the permission${lacking.length === 1 ? '' : 's'} `;
  return [
    lead,
    ...lacking.flatMap((permission, index): (string | Span)[] => [
      ...(index === 0 ? [] : [index === lacking.length - 1 ? ' and ' : ', ']),
      bold(permissionName(permission)),
    ]),
  ];
}

function withoutThread(isSetUp: boolean): readonly (string | Span)[] {
  const code: Span = { kind: 'code', text: 'thread' };
  return isSetUp ? [', or leave out ', code, '.'] : [', or set the daily question up again without ', code, '.'];
}

function bold(text: string): Span {
  return { kind: 'text', text, bold: true };
}

function italic(text: string): Span {
  return { kind: 'text', text, italic: true };
}

function say(...parts: readonly (string | Span)[]): Rich {
  return paragraph(...parts).text;
}
