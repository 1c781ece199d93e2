import type { APIModalInteractionResponse } from 'discord.js';
import { ComponentType, InteractionResponseType, TextInputStyle } from 'discord.js';
import type { TextAsked } from '../../../app/ports.ts';

/** Names the field of a form that holds the text. */
export const textField = 'text';

/**
 * The form in which somebody writes a text, as the answer to a press; it cannot follow a deferred one
 * (https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object-modal). The field's
 * description takes 100 characters, which are those that a question's title may have.
 */
export function textForm({ id, title, about, label, most, written }: TextAsked): APIModalInteractionResponse {
  return {
    type: InteractionResponseType.Modal,
    data: {
      custom_id: id,
      title,
      components: [
        {
          type: ComponentType.Label,
          label,
          description: about,
          component: {
            type: ComponentType.TextInput,
            custom_id: textField,
            style: TextInputStyle.Paragraph,
            max_length: most,
            required: true,
            ...(written === undefined ? {} : { value: written }),
          },
        },
      ],
    },
  };
}
