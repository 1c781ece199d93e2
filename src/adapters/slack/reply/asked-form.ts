import type { InputBlock, ModalView } from '@slack/types';
import type { AskedField, Filled, FormAsked } from '../../../app/ports.ts';
import type { CallMethod } from '../connection/web-call.ts';

/** Opens the form that somebody is asked to fill in; `origin` comes back with it. Rejects if Slack did not open it. */
export type OpenForm = (trigger: string, asked: FormAsked, origin: string) => Promise<void>;

/**
 * Opens a form by https://docs.slack.dev/reference/methods/views.open within 3 s of the press. Once: what opened one opens no
 * other. Where nobody knows whether it did, the person sees the form, or presses again.
 */
export function createOpenForm(call: CallMethod): OpenForm {
  return async (trigger, asked, origin) => {
    const end = await call('views.open', { trigger_id: trigger, view: askedForm(asked, origin) });
    if (end.kind === 'done' || end.kind === 'uncertain') return;
    throw new Error(`The form was not opened: ${end.kind === 'refused' ? end.error : end.reason}`);
  };
}

/** The form as a view; its words are plain text, which has no mark-up. */
export function askedForm({ id, title, about, send, fields }: FormAsked, origin: string): ModalView {
  return {
    type: 'modal',
    callback_id: id,
    private_metadata: origin,
    title: plain(title),
    submit: plain(send),
    blocks: [{ type: 'section', text: plain(about) }, ...fields.map(toInput)],
  };
}

/** A field gives its name to the block and to the element in it. */
function toInput(field: AskedField, index: number): InputBlock {
  const { name, label, note } = field;
  return {
    type: 'input',
    block_id: name,
    label: plain(label),
    ...(note === undefined ? {} : { hint: plain(note) }),
    element: { action_id: name, ...(index === 0 ? { focus_on_load: true } : {}), ...toElement(field) },
  };
}

function toElement(field: AskedField): InputBlock['element'] {
  if (field.kind === 'text') {
    const written = field.written === undefined ? {} : { initial_value: field.written };
    return { type: 'plain_text_input', multiline: true, max_length: field.most, ...written };
  }
  const options = field.values.map(({ value, label }) => ({ text: plain(label), value }));
  const chosen = options.find(({ value }) => value === field.chosen);
  return { type: 'static_select', options, ...(chosen === undefined ? {} : { initial_option: chosen }) };
}

type Value = { readonly value?: string | null; readonly selected_option?: { readonly value: string } | null };

/** What was filled into such a form, by the values that Slack sends. */
export function filledIn(values: Readonly<Record<string, Readonly<Record<string, Value>>>>): Filled {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, { [name]: field }]) => {
      const filled = field?.value ?? field?.selected_option?.value;
      return typeof filled === 'string' ? [[name, filled]] : [];
    }),
  );
}

function plain(text: string) {
  return { type: 'plain_text', text, emoji: false } as const;
}
