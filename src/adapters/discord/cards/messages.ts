import type { RawFile } from 'discord.js';
import type { Log } from '../../../app/ports.ts';
import type { Card, CardFile, Picture } from '../../../core/card.ts';
import { fitCard } from '../../../core/fit.ts';
import type { Surface } from '../../../core/surface.ts';
import type { DiscordMessage } from './render.ts';
import { pictureName, renderDiscord } from './render.ts';
import { discordMessage, discordMessageWithPicture } from './surface.ts';

/** A message and its files. */
export type Prepared = { readonly message: DiscordMessage; readonly files: readonly RawFile[] };

/** Draws a picture as PNG; may reject. */
export type DrawPicture = (picture: Picture) => Promise<Uint8Array>;

export type Messages = {
  /** With its file, or with its picture if it has one that can be drawn in time. Never rejects. */
  readonly withPicture: (card: Card) => Promise<Prepared>;
  /** Words only. */
  readonly withoutPicture: (card: Card) => Prepared;
};

/** A card as it is said at this moment, with its commands and times resolved. */
export type Resolve = (card: Card) => Card;

/** Longest time for drawing, in ms: half of what Discord allows for a first response. */
const drawingTime = 1500;

/**
 * Converts cards to messages. The message of a card object is cached as long as the card exists, since the answer to a
 * question is always the same card; unless it has a picture, or a time that `resolve` reckons. Losses due to limits
 * are logged. A picture that cannot be drawn is logged and left out: the words beside it say the same.
 */
export function createMessages(log: Log, drawPicture: DrawPicture | null, resolve: Resolve): Messages {
  const kept = new WeakMap<Card, Prepared>();

  function fitted(card: Card, surface: Surface): DiscordMessage {
    const { losses, card: fitting } = fitCard(card, surface);
    if (losses.length > 0) log.warn({ surface: surface.name, title: card.title, losses }, 'A card did not fit.');
    return renderDiscord(fitting);
  }

  function withoutPicture(card: Card): Prepared {
    const known = kept.get(card);
    if (known !== undefined) return known;
    const prepared = { message: fitted(resolve(card), discordMessage), files: [] };
    if (!isReckoned(card)) kept.set(card, prepared);
    return prepared;
  }

  return {
    withoutPicture,
    withPicture: async (card) => {
      if (card.file !== undefined) return withFile(withoutPicture(card), card.file);
      const node = card.body.find((candidate) => candidate.kind === 'picture');
      if (node === undefined || drawPicture === null) return withoutPicture(card);
      try {
        const data = await inTime(drawPicture(node.picture));
        const message = fitted(resolve(card), discordMessageWithPicture);
        return { message, files: [{ name: pictureName, contentType: 'image/png', data }] };
      } catch (error) {
        log.warn({ error, picture: node.picture.kind }, 'A picture was left out.');
        return withoutPicture(card);
      }
    },
  };
}

/** Named in the message as well, since what replaces a message keeps only the files that it names. */
function withFile({ message }: Prepared, { name, type, text }: CardFile): Prepared {
  const attachments = [{ id: '0', filename: name, description: name }];
  return { message: { ...message, attachments }, files: [{ name, contentType: type, data: Buffer.from(text) }] };
}

/** True for a card with a time that depends on when it is sent, which makes every message different. */
function isReckoned({ body }: Card): boolean {
  // A quotation mark within a text would be escaped with a backslash.
  return JSON.stringify(body).includes('"from":"');
}

function inTime(drawing: Promise<Uint8Array>): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`The drawing took more than ${drawingTime} ms.`)), drawingTime);
    drawing.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
