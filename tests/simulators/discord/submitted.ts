import type { Scene } from './fixtures.ts';
import type { Message } from './interactions.ts';
import type { Json } from './json.ts';
import { toList, toObject, toText } from './json.ts';
import { messageEvent } from './used-command.ts';

/** What somebody fills into a form, by the names of its fields; one text for all of them. */
export type FilledIn = string | Readonly<Record<string, string>>;

/** The fields of a modal that was sent. A field that is not named stays as it is. */
export function submitted(modal: Json | null, source: Message | null, { channel }: Scene, filled: FilledIn): Json {
  if (modal === null) throw new Error('No form is open.');
  const components = toList(modal['components']).map((row, index) => {
    const component = { id: 2 * index + 2, ...fill(toObject(toObject(row)['component']), filled) };
    return { type: 18, id: 2 * index + 1, component };
  });
  const message = source === null ? {} : { message: messageEvent(source, channel) };
  return { type: 5, data: { custom_id: modal['custom_id'], components }, ...message };
}

function fill({ type, custom_id: id, value, options, max_length: most = 4000 }: Json, filled: FilledIn): Json {
  const text = typeof filled === 'string' ? filled : filled[toText(id)];
  if (options === undefined) {
    const written = text ?? toText(value ?? '');
    if (written.length > Number(most)) throw new Error(`The form takes ${String(most)} characters.`);
    if (written.trim() === '') throw new Error(`The form wants something in ${String(id)}.`);
    return { type, custom_id: id, value: written };
  }
  const choices = toList(options).map(toObject);
  const chosen = choices.find((choice) => (text === undefined ? choice['default'] === true : choice['value'] === text));
  if (chosen === undefined) throw new Error(`The form has no choice ${String(text)} in ${String(id)}.`);
  return { type, custom_id: id, values: [chosen['value']] };
}
