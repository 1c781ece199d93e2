import type { Scene } from './fixtures.ts';
import type { Message } from './interactions.ts';
import type { Json } from './json.ts';
import { toList, toObject } from './json.ts';
import { messageEvent } from './used-command.ts';

/** The fields of a modal that was sent, every text input of it with the same text; it may not be longer than each takes. */
export function submitted(modal: Json | null, source: Message | null, { channel }: Scene, text: string): Json {
  if (modal === null) throw new Error('No form is open.');
  const components = toList(modal['components']).map((row, index) => {
    const { type, custom_id: id, max_length: most = 4000 } = toObject(toObject(row)['component']);
    if (text.length > Number(most)) throw new Error(`The form takes ${String(most)} characters.`);
    return { type: 18, id: 2 * index + 1, component: { type, id: 2 * index + 2, custom_id: id, value: text } };
  });
  const message = source === null ? {} : { message: messageEvent(source, channel) };
  return { type: 5, data: { custom_id: modal['custom_id'], components }, ...message };
}
