import type { Log } from '../../../app/ports.ts';
import type { Card, CardFile } from '../../../core/card.ts';
import { hint, paragraph } from '../../../core/card.ts';
import type { ToMessage } from '../cards/messages.ts';
import { filesScope } from '../connection/scopes.ts';
import type { CallMethod } from '../connection/web-call.ts';
import { ownId } from '../outbound/message-id.ts';
import type { UploadFile } from '../outbound/upload.ts';
import type { ReplyPlace } from './web-reply.ts';

/** Who gets a file, and their own conversation with the bot if they ask for it there. */
export type Receiver = { readonly user: string; readonly own: ReplyPlace | null };

/** Gives somebody the file of a card; gives the card, without it, that is to be said to them then. Never rejects. */
export type GiveFile = (card: Card, receiver: Receiver) => Promise<Card>;

type Options = {
  readonly call: CallMethod;
  readonly uploadFile: UploadFile;
  readonly toMessage: ToMessage;
  /** The token's scopes; null for unknown. */
  readonly scopes: () => readonly string[] | null;
  readonly log: Log;
};

/**
 * A private message in a channel cannot have a file, and a file in a channel is everybody's: it goes to the person's own
 * conversation with the bot. Which that is the answer to a message says (https://docs.slack.dev/reference/methods/chat.postMessage),
 * so no more rights are asked for than those of a file.
 */
export function createGiveFile({ call, uploadFile, toMessage, scopes, log }: Options): GiveFile {
  async function openDirect(card: Card, user: string): Promise<ReplyPlace | null> {
    const end = await call('chat.postMessage', { channel: ownId(user), ...toMessage(card, { channel: ownId(user) }) });
    return end.kind === 'done' ? { channel: String(end.result['channel']), thread: null } : null;
  }

  async function upload({ name, type, text }: CardFile, { channel, thread }: ReplyPlace): Promise<string | null> {
    const file = { name, type, title: name, bytes: new TextEncoder().encode(text) };
    // Anyone with the upload address in the error's cause could upload: only the message is told.
    return uploadFile(file, channel, thread).catch((error: unknown) => String(error));
  }

  return async ({ file, ...card }, { user, own }) => {
    if (file === undefined) return card;
    if (scopes()?.includes(filesScope) === false) return withMore(card, notAllowed);
    const place = own ?? (await openDirect(card, user));
    if (place === null) return withMore(card, noDirect);
    const reason = await upload(file, place);
    if (reason !== null) {
      log.warn({ channel: place.channel, reason }, 'A file did not reach whoever asked for it.');
      return withMore(card, reason === 'missing_scope' ? notAllowed : notTaken);
    }
    return own === null ? elsewhereCard(card) : card;
  };
}

const notAllowed = paragraph(
  'I may not send files here. Whoever set me up in this workspace can allow it: add the scope ',
  { kind: 'code', text: filesScope },
  ' to the app, install it once more, and start me again.',
);

const noDirect = paragraph(
  'I could not write to you directly, so the file has no way to you. Write to me first: ',
  hint('help'),
);

const notTaken = paragraph('Slack did not take the file. Please try again in a minute.');

function withMore(card: Card, more: Card['body'][number]): Card {
  return { ...card, tone: 'notice', body: [...card.body, more] };
}

function elsewhereCard({ title }: Card): Card {
  return {
    ...(title === undefined ? {} : { title }),
    tone: 'good',
    body: [paragraph('The file is in our direct messages, where only you see it.')],
  };
}
