import { describe, expect, it } from 'vitest';
import type { Saying } from '../../../../src/adapters/slack/cards/messages.ts';
import { createMessages } from '../../../../src/adapters/slack/cards/messages.ts';
import type { CallEnd } from '../../../../src/adapters/slack/connection/web-call.ts';
import { createGiveFile } from '../../../../src/adapters/slack/reply/give-file.ts';
import type { Card } from '../../../../src/core/card.ts';
import { paragraph } from '../../../../src/core/card.ts';
import { wordsOf } from '../../../app/words-of.ts';
import { silent } from '../../../silent.ts';

const card: Card = {
  title: 'Your data',
  body: [paragraph('All that I keep.')],
  file: { name: 'my-data.json', type: 'application/json', text: '{"a":"é"}' },
};
const posted: CallEnd = { kind: 'done', result: { ok: true, channel: 'D1', ts: '1.2' } };
const saying: Saying = { clock: { now: () => 0, ahead: () => 0 }, slash: () => '/pytorch' };

/** Gives the card's file; tells what was said in the end, and where what was uploaded. */
async function give(changed: {
  readonly own?: boolean;
  readonly scopes?: readonly string[];
  readonly post?: CallEnd;
  readonly refused?: string;
}) {
  const { own = false, scopes = ['files:write'], post = posted, refused = null } = changed;
  const uploads: unknown[] = [];
  const calls: unknown[] = [];
  const giveFile = createGiveFile({
    call: async (method, { channel }) => {
      calls.push([method, channel]);
      return post;
    },
    uploadFile: async ({ name, bytes }, channel) => {
      uploads.push([name, new TextDecoder().decode(bytes), channel]);
      if (refused === 'broken') throw new Error('broken');
      return refused;
    },
    toMessage: createMessages(silent, saying),
    scopes: () => scopes,
    log: silent,
  });
  const place = own ? { channel: 'D9', thread: null } : null;
  const said = await giveFile(card, { user: 'slack:T1:U1', own: place });
  expect(said.file).toBeUndefined();
  return { words: wordsOf(said), uploads, calls };
}

describe('a file on Slack', () => {
  it('goes into the person’s own conversation, which a message opens, and the answer says so', async () => {
    const { words, uploads, calls } = await give({});
    expect(calls).toEqual([['chat.postMessage', 'U1']]);
    expect(uploads).toEqual([['my-data.json', '{"a":"é"}', 'D1']]);
    expect(words).toContain('The file is in our direct messages, where only you see it.');
  });

  it('stands beside the answer where they ask in that conversation', async () => {
    const { words, uploads, calls } = await give({ own: true });
    expect(calls).toEqual([]);
    expect(uploads).toEqual([['my-data.json', '{"a":"é"}', 'D9']]);
    expect(words).toContain('All that I keep.');
    expect(words).not.toContain('direct messages');
  });

  it.each([
    ['the scope is missing', { scopes: ['chat:write'] }, 'add the scope files:write to the app'],
    ['the scope was taken away since', { refused: 'missing_scope' }, 'add the scope files:write to the app'],
    ['Slack refuses it', { refused: 'file_uploads_disabled' }, 'Slack did not take the file. Please try again'],
    ['the connection breaks', { refused: 'broken' }, 'Slack did not take the file. Please try again'],
    ['they take no messages', { post: { kind: 'refused', error: 'cannot_dm_bot' } as const }, 'Write to me first'],
  ])('says what to do where %s', async (_, changed, words) => {
    expect((await give(changed)).words).toContain(words);
  });

  it('is nothing to do for a card without one', async () => {
    const { file: _, ...plain } = card;
    const giveFile = createGiveFile({
      call: () => Promise.reject(new Error('no call')),
      uploadFile: () => Promise.reject(new Error('no upload')),
      toMessage: createMessages(silent, saying),
      scopes: () => null,
      log: silent,
    });
    expect(await giveFile(plain, { user: 'slack:T1:U1', own: null })).toEqual(plain);
  });
});
