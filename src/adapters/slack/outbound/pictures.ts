import { fetch } from 'undici';
import type { Log } from '../../../app/ports.ts';
import type { Card, Picture } from '../../../core/card.ts';
import { cleanText } from '../../../core/clean.ts';
import type { InFlight } from '../connection/in-flight.ts';
import type { CallMethod } from '../connection/web-call.ts';
import { callTimeout } from '../connection/web-call.ts';

/** Draws a picture as PNG. */
export type DrawPicture = (picture: Picture) => Promise<Uint8Array>;

/** Sends the pictures of a posted card to the same place. Returns at once and never fails. */
export type AttachPictures = (card: Card, channel: string, thread: string | null) => void;

type Options = {
  readonly call: CallMethod;
  readonly draw: DrawPicture | null;
  /** The token's scopes; null until known. */
  readonly scopes: () => readonly string[] | null;
  readonly inFlight: InFlight;
  readonly log: Log;
};

/**
 * Slack cannot show a picture within a message without a public address, so each is uploaded as a file; the words of
 * the card say the same. Without the scope `files:write` nothing is drawn.
 * https://docs.slack.dev/messaging/working-with-files#upload
 */
export function createAttachPictures({ call, draw, scopes, inFlight, log }: Options): AttachPictures {
  async function upload(picture: Picture, alt: string, channel: string, thread: string | null): Promise<string | null> {
    if (draw === null) return null;
    const bytes = await draw(picture);
    const place = await call('files.getUploadURLExternal', {
      filename: `${picture.kind}.png`,
      length: bytes.byteLength,
      alt_txt: shortened(cleanText(alt), 1000),
    });
    if (place.kind !== 'done') return reasonOf(place);
    const sent = await fetch(String(place.result['upload_url']), {
      method: 'POST',
      headers: { 'content-type': 'image/png' },
      body: Uint8Array.from(bytes),
      redirect: 'error',
      signal: AbortSignal.timeout(2 * callTimeout),
    });
    if (!sent.ok) return `HTTP ${sent.status}`;
    const completed = await call('files.completeUploadExternal', {
      files: [{ id: place.result['file_id'], title: shortened(picture.title, 100) || picture.kind }],
      channel_id: channel,
      ...(thread === null ? {} : { thread_ts: thread }),
    });
    return completed.kind === 'done' ? null : reasonOf(completed);
  }

  return (card, channel, thread) => {
    if (draw === null || scopes()?.includes('files:write') === false) return;
    for (const node of card.body) {
      if (node.kind !== 'picture') continue;
      const work = upload(node.picture, node.alt, channel, thread).then(
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

/** At most this many code points; Slack rejects a description of more than 1000. */
function shortened(text: string, longest: number): string {
  return [...text].slice(0, longest).join('');
}

function reasonOf(end: { readonly kind: string; readonly reason?: string; readonly error?: string }): string {
  return end.error ?? end.reason ?? end.kind;
}
