import type {
  APIModalInteractionResponse,
  APIStringSelectComponent,
  APITextInputComponent,
  ModalSubmitInteraction,
} from 'discord.js';
import { ComponentType, InteractionResponseType, TextInputStyle } from 'discord.js';
import type { AskedField, Filled, FormAsked } from '../../../app/ports.ts';

/**
 * The form that somebody is asked to fill in, as the answer to a press; it cannot follow a deferred one
 * (https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object-modal). It has room for
 * five fields and nothing beside them, so what it is about stands with the first one, if that has no note of its own. A description
 * takes 100 characters, which are those that a question's title may have.
 */
export function askedForm({ id, title, about, fields }: FormAsked): APIModalInteractionResponse {
  return {
    type: InteractionResponseType.Modal,
    data: {
      custom_id: id,
      title,
      components: fields.map((field, index) => {
        const description = field.note ?? (index === 0 ? about : undefined);
        return {
          type: ComponentType.Label,
          label: field.label,
          ...(description === undefined ? {} : { description }),
          component: toComponent(field),
        };
      }),
    },
  };
}

function toComponent(field: AskedField): APITextInputComponent | APIStringSelectComponent {
  if (field.kind === 'text') {
    return {
      type: ComponentType.TextInput,
      custom_id: field.name,
      style: TextInputStyle.Paragraph,
      max_length: field.most,
      required: true,
      ...(field.written === undefined ? {} : { value: field.written }),
    };
  }
  return {
    type: ComponentType.StringSelect,
    custom_id: field.name,
    required: true,
    options: field.values.map(({ value, label }) => ({
      value,
      label,
      ...(value === field.chosen ? { default: true } : {}),
    })),
  };
}

/** What was filled into such a form. */
export function filledIn({ fields }: Pick<ModalSubmitInteraction, 'fields'>): Filled {
  return Object.fromEntries(
    [...fields.fields].flatMap(([name, field]) => {
      if ('values' in field) return [[name, field.values[0] ?? '']];
      return 'value' in field && typeof field.value === 'string' ? [[name, field.value]] : [];
    }),
  );
}
