import { fetch } from 'undici';
import type { CallMethod } from '../connection/web-call.ts';
import { callTimeout } from '../connection/web-call.ts';

/** A file to be shown in a conversation; `alt` says of a picture what is in it. */
export type Upload = {
  readonly name: string;
  readonly type: string;
  readonly title: string;
  readonly alt?: string;
  readonly bytes: Uint8Array;
};

/**
 * Uploads a file to a conversation or a thread in it. Resolves to null, or to what Slack had against it. Rejects with an error that
 * may hold the address of the upload, with which anybody could upload: only its message may be logged.
 */
export type UploadFile = (file: Upload, channel: string, thread: string | null) => Promise<string | null>;

/** Longest title and description, in code points; Slack rejects a longer description. */
const longestTitle = 100;
const longestDescription = 1000;

/** In three steps; https://docs.slack.dev/messaging/working-with-files#upload */
export function createUpload(call: CallMethod): UploadFile {
  return async ({ name, type, title, alt, bytes }, channel, thread) => {
    const place = await call('files.getUploadURLExternal', {
      filename: name,
      length: bytes.byteLength,
      ...(alt === undefined ? {} : { alt_txt: shortened(alt, longestDescription) }),
    });
    if (place.kind !== 'done') return reasonOf(place);
    const sent = await fetch(String(place.result['upload_url']), {
      method: 'POST',
      headers: { 'content-type': type },
      body: Uint8Array.from(bytes),
      redirect: 'error',
      signal: AbortSignal.timeout(2 * callTimeout),
    });
    if (!sent.ok) return `HTTP ${sent.status}`;
    const completed = await call('files.completeUploadExternal', {
      files: [{ id: place.result['file_id'], title: shortened(title, longestTitle) || name }],
      channel_id: channel,
      ...(thread === null ? {} : { thread_ts: thread }),
    });
    return completed.kind === 'done' ? null : reasonOf(completed);
  };
}

/** At most this many code points. */
function shortened(text: string, longest: number): string {
  return [...text].slice(0, longest).join('');
}

function reasonOf(end: { readonly kind: string; readonly reason?: string; readonly error?: string }): string {
  return end.error ?? end.reason ?? end.kind;
}
