import type { ModalView } from '@slack/types';
import type { TextAsked } from '../../../app/ports.ts';
import type { CallMethod } from '../connection/web-call.ts';

/** Opens the form in which somebody writes a text; `origin` comes back with it. Rejects if Slack did not open it. */
export type OpenForm = (trigger: string, asked: TextAsked, origin: string) => Promise<void>;

/** Names the one field of a form, by its block and in it. */
const field = 'text';

/**
 * Opens a form by https://docs.slack.dev/reference/methods/views.open within 3 s of the press. Once: what opened one opens no
 * other. Where nobody knows whether it did, the person sees the form, or presses again.
 */
export function createOpenForm(call: CallMethod): OpenForm {
  return async (trigger, asked, origin) => {
    const end = await call('views.open', { trigger_id: trigger, view: textForm(asked, origin) });
    if (end.kind === 'done' || end.kind === 'uncertain') return;
    throw new Error(`The form was not opened: ${end.kind === 'refused' ? end.error : end.reason}`);
  };
}

/** The form as a view; its words are plain text, which has no mark-up. */
export function textForm({ id, title, about, label, send, most, written }: TextAsked, origin: string): ModalView {
  return {
    type: 'modal',
    callback_id: id,
    private_metadata: origin,
    title: plain(title),
    submit: plain(send),
    blocks: [
      { type: 'section', text: plain(about) },
      {
        type: 'input',
        block_id: field,
        label: plain(label),
        element: {
          type: 'plain_text_input',
          action_id: field,
          multiline: true,
          max_length: most,
          focus_on_load: true,
          ...(written === undefined ? {} : { initial_value: written }),
        },
      },
    ],
  };
}

/** What was written in such a form, by the values that Slack sends. */
export function writtenIn(
  values: Readonly<Record<string, Readonly<Record<string, { value?: string | null }>>>>,
): string {
  return values[field]?.[field]?.value ?? '';
}

function plain(text: string) {
  return { type: 'plain_text', text, emoji: false } as const;
}
