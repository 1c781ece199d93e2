import type { Log } from '../../../app/ports.ts';
import type { Card, Picture } from '../../../core/card.ts';
import { cleanText } from '../../../core/clean.ts';
import type { InFlight } from '../connection/in-flight.ts';
import { filesScope } from '../connection/scopes.ts';
import type { UploadFile } from './upload.ts';

/** Draws a picture as PNG. */
export type DrawPicture = (picture: Picture) => Promise<Uint8Array>;

/** Sends the pictures of a posted card to the same place. Returns at once and never fails. */
export type AttachPictures = (card: Card, channel: string, thread: string | null) => void;

type Options = {
  readonly uploadFile: UploadFile;
  readonly draw: DrawPicture | null;
  /** The token's scopes; null until known. */
  readonly scopes: () => readonly string[] | null;
  readonly inFlight: InFlight;
  readonly log: Log;
};

/**
 * Slack cannot show a picture within a message without a public address, so each is uploaded as a file; the words of
 * the card say the same. Without the scope `files:write` nothing is drawn.
 */
export function createAttachPictures({ uploadFile, draw, scopes, inFlight, log }: Options): AttachPictures {
  return (card, channel, thread) => {
    if (draw === null || scopes()?.includes(filesScope) === false) return;
    for (const node of card.body) {
      if (node.kind !== 'picture') continue;
      const { picture, alt } = node;
      const file = { name: `${picture.kind}.png`, type: 'image/png', title: picture.title, alt: cleanText(alt) };
      const work = draw(picture)
        .then((bytes) => uploadFile({ ...file, bytes }, channel, thread))
        .then(
          (reason) => {
            if (reason !== null)
              log.warn({ channel, reason }, 'A picture was not attached; its message stands without it.');
          },
          // Anyone with the upload address in the error's cause could upload: only the message is logged.
          (error: unknown) =>
            log.warn({ channel, reason: String(error) }, 'A picture was not attached; its message stands without it.'),
        );
      void inFlight.track(work);
    }
  };
}
