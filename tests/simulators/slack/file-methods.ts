import type { Method } from './method.ts';
import { needsScope, refuse } from './method.ts';
import { firstTeam } from './workspace.ts';

/** The way a file is uploaded in three steps; https://docs.slack.dev/messaging/working-with-files#upload */
export const fileMethods: Readonly<Record<string, Method>> = {
  'files.getUploadURLExternal': needsScope('files:write', (given, { workspace, complain }) => {
    const length = Number(given['length']);
    const alt = String(given['alt_txt'] ?? '');
    const problems = [
      ...(typeof given['filename'] === 'string' && given['filename'] !== '' ? [] : ['a file without a name']),
      ...(length > 0 ? [] : ['a file of no length']),
      ...((alt === '' && String(given['filename']).endsWith('.png')) || [...alt].length > 1000
        ? ['a picture with no or too long a description']
        : []),
    ];
    if (complain(problems)) return refuse('invalid_arguments');
    const id = `F${workspace.uploads.size + 1}${workspace.team === firstTeam.team ? '' : workspace.team}`;
    workspace.uploads.set(id, { length, alt, bytes: null });
    return { ok: true, file_id: id, upload_url: workspace.uploadUrl(id) };
  }),
  'files.completeUploadExternal': needsScope('files:write', (given, { workspace, complain }) => {
    const [file] = given['files'] as readonly { id: string; title?: string }[];
    const upload = workspace.uploads.get(file?.id ?? '');
    if (file === undefined || upload?.bytes == null || upload.bytes.length !== upload.length) {
      complain(['a file was completed that did not arrive whole']);
      return refuse('file_not_found');
    }
    const { channel_id: channel, thread_ts: thread } = given;
    workspace.files.push({
      id: file.id,
      bytes: upload.bytes,
      alt: upload.alt,
      title: file.title ?? '',
      channel: String(channel),
      thread: typeof thread === 'string' ? thread : null,
    });
    return { ok: true, files: [{ id: file.id, title: file.title }] };
  }),
};
