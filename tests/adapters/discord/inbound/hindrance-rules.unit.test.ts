import { ChannelType, PermissionFlagsBits, PermissionsBitField } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { hindranceOf } from '../../../../src/adapters/discord/inbound/hindrance-rules.ts';
import type { Permission } from '../../../../src/adapters/discord/inbound/permissions.ts';
import type { Place } from '../../../../src/adapters/discord/inbound/place.ts';
import type { Plan } from '../../../../src/app/hindrance.ts';
import { plainText } from '../../../../src/core/card.ts';

const everything: readonly Permission[] = [
  'ViewChannel',
  'SendMessages',
  'SendMessagesInThreads',
  'EmbedLinks',
  'CreatePublicThreads',
];

const quiz: Plan = { kind: 'quiz' };
const daily: Plan = { kind: 'daily', thread: false, ping: null };
const threaded: Plan = { ...daily, thread: true };
const calling: Plan = { ...daily, ping: '<@&71>' };
const question: Plan = { ...daily, kind: 'question' };
const plans = { quiz, daily, threaded, calling, question };

const channel = (type: ChannelType): Place => ({ id: '1', type, parent: null, locked: false });
const thread = (type: ChannelType, parent: ChannelType | null, locked = false): Place => ({
  id: '2',
  type,
  parent: { id: '1', type: parent },
  locked,
});
const places = {
  text: channel(ChannelType.GuildText),
  announcements: channel(ChannelType.GuildAnnouncement),
  voice: channel(ChannelType.GuildVoice),
  stage: channel(ChannelType.GuildStageVoice),
  forum: channel(ChannelType.GuildForum),
  media: channel(ChannelType.GuildMedia),
  post: thread(ChannelType.PublicThread, ChannelType.GuildForum),
  'locked post': thread(ChannelType.PublicThread, ChannelType.GuildForum, true),
  'public thread': thread(ChannelType.PublicThread, ChannelType.GuildText),
  'locked thread': thread(ChannelType.PublicThread, ChannelType.GuildText, true),
  'thread of an unknown channel': thread(ChannelType.PublicThread, null),
  'private thread': thread(ChannelType.PrivateThread, ChannelType.GuildText),
  'announcement thread': thread(ChannelType.AnnouncementThread, ChannelType.GuildAnnouncement),
};

type Given = {
  readonly without?: readonly Permission[];
  readonly with?: readonly Permission[];
  readonly visible?: boolean;
  readonly mentionable?: boolean | null;
};

function wordsFor(plan: keyof typeof plans, place: keyof typeof places, given: Given = {}): string {
  const held = [
    ...everything.filter((permission) => given.without?.includes(permission) !== true),
    ...(given.with ?? []),
  ];
  const found = hindranceOf(plans[plan], {
    place: places[place],
    permissions: new PermissionsBitField(held.map((permission) => PermissionFlagsBits[permission])),
    isVisible: given.visible ?? true,
    mentionable: () => given.mentionable ?? null,
  });
  return found === null ? '' : `${plainText(found.problem)} ${plainText(found.cure)}`;
}

const give =
  'Give it to me under Edit Channel › Permissions, or to my role under Server Settings › Roles, and try again.';
const elsewhere = 'in a text or announcement channel, in a thread, or in a post of a forum.';

describe('a plan', () => {
  const all = Object.keys(plans) as (keyof typeof plans)[];
  it.each([
    ['text', all],
    ['announcements', all],
    ['public thread', all],
    ['locked thread', all],
    ['thread of an unknown channel', all],
    ['announcement thread', all],
    ['post', ['quiz', 'daily', 'calling', 'question']],
    ['private thread', ['quiz', 'daily', 'calling', 'question']],
  ] as const)('can be carried out in a channel of kind “%s”', (place, possible) => {
    for (const plan of possible) expect(wordsFor(plan, place)).toBe('');
  });

  it.each([
    [
      'quiz',
      'voice',
      `A quiz is played in a thread, and voice and stage channels cannot have any. Start it ${elsewhere}`,
    ],
    [
      'quiz',
      'stage',
      `A quiz is played in a thread, and voice and stage channels cannot have any. Start it ${elsewhere}`,
    ],
    [
      'daily',
      'voice',
      `The chat of a voice or stage channel is for those who are in it, so a question would find nobody there. Set it up ${elsewhere}`,
    ],
    [
      'quiz',
      'forum',
      `A forum has no messages but its posts, so a quiz has no place beside them. Start it ${elsewhere}`,
    ],
    [
      'daily',
      'media',
      `A forum has no messages but its posts, so a daily question has no place beside them. Set it up ${elsewhere}`,
    ],
    [
      'question',
      'forum',
      `A forum has no messages but its posts, so a daily question has no place beside them. Ask for it ${elsewhere}`,
    ],
    [
      'threaded',
      'post',
      'This is a thread already, and no other can be opened in it. Leave out thread, or set it up in the channel.',
    ],
    [
      'threaded',
      'private thread',
      'This is a thread already, and no other can be opened in it. Leave out thread, or set it up in the channel.',
    ],
    [
      'quiz',
      'locked post',
      'This thread is locked, and I lack the permission Manage Threads. Unlock the thread, or give me that permission, and try again.',
    ],
  ] as const)('“%s” cannot in one of kind “%s”, and hears where it can', (plan, place, words) => {
    expect(wordsFor(plan, place)).toBe(words);
  });

  it('can in a locked thread for who manages threads, and not in a private one without being in it', () => {
    expect(wordsFor('quiz', 'locked post', { with: ['ManageThreads'] })).toBe('');
    expect(wordsFor('quiz', 'private thread', { visible: false })).toBe(
      'I am not in this private thread. Mention me in a message here, which adds me, and try again.',
    );
  });

  it.each([
    ['quiz', 'text', 'ViewChannel', 'View Channel'],
    ['quiz', 'text', 'SendMessages', 'Send Messages'],
    ['quiz', 'text', 'EmbedLinks', 'Embed Links'],
    ['quiz', 'text', 'CreatePublicThreads', 'Create Public Threads'],
    ['quiz', 'text', 'SendMessagesInThreads', 'Send Messages in Threads'],
    ['daily', 'announcements', 'ViewChannel', 'View Channel'],
    ['daily', 'text', 'SendMessages', 'Send Messages'],
    ['question', 'text', 'EmbedLinks', 'Embed Links'],
  ] as const)('“%s” in one of kind “%s” needs %s, and hears its name', (plan, place, permission, name) => {
    expect(wordsFor(plan, place, { without: [permission] })).toBe(
      `I lack the permission ${name} in this channel. ${give}`,
    );
  });

  it.each([
    ['quiz', 'post', 'SendMessages'],
    ['quiz', 'post', 'CreatePublicThreads'],
    ['quiz', 'private thread', 'SendMessages'],
    ['daily', 'text', 'CreatePublicThreads'],
    ['daily', 'text', 'SendMessagesInThreads'],
    ['daily', 'post', 'SendMessages'],
  ] as const)('“%s” in one of kind “%s” does not need %s', (plan, place, permission) => {
    expect(wordsFor(plan, place, { without: [permission] })).toBe('');
  });

  it('in a thread hears of the channel, and of everything that is lacking at once', () => {
    expect(wordsFor('quiz', 'public thread', { without: ['SendMessages', 'EmbedLinks', 'CreatePublicThreads'] })).toBe(
      `I lack the permissions Send Messages, Embed Links and Create Public Threads in the channel of this thread. ${give.replace('it', 'them')}`,
    );
    expect(wordsFor('daily', 'post', { without: ['SendMessagesInThreads'] })).toContain(
      'I lack the permission Send Messages in Threads in the channel of this thread.',
    );
  });

  it('with a thread under each question needs to open it, and hears how to do without', () => {
    const where = 'Give it to me under Edit Channel › Permissions, or to my role under Server Settings › Roles, or ';
    const words =
      'I lack the permission Create Public Threads in this channel, so I cannot open a thread under a question.';
    expect(wordsFor('threaded', 'text', { without: ['CreatePublicThreads'] })).toBe(
      `${words} ${where}leave out thread.`,
    );
  });

  it('that notifies a role needs a role that anyone may mention, or the permission to mention all', () => {
    expect(wordsFor('calling', 'text', { mentionable: false })).toBe(
      'Not everyone may mention that role, and I lack the permission Mention @everyone, @here and All Roles, so nobody would be notified. Let anyone mention the role under Server Settings › Roles, give me that permission, or leave out ping.',
    );
    expect(wordsFor('calling', 'text', { mentionable: false, with: ['MentionEveryone'] })).toBe('');
    expect(wordsFor('calling', 'text', { mentionable: true })).toBe('');
    // Chosen in an earlier command, which has asked.
    expect(wordsFor('calling', 'text', { mentionable: null })).toBe('');
  });

  it('lacks nothing for an administrator', () => {
    const permissions = new PermissionsBitField(PermissionFlagsBits.Administrator);
    const standing = { place: places.text, permissions, isVisible: true, mentionable: () => false };
    for (const plan of Object.values(plans)) expect(hindranceOf(plan, standing)).toBeNull();
  });
});
