import type { Json } from './json.ts';
import { toList, toObject, toText } from './json.ts';
import { validateMessage } from './validate-message.ts';
import { validateModal } from './validate-modal.ts';

export type InteractionKind = 'command' | 'autocomplete' | 'button' | 'modal';

/** First answers that each kind of interaction may get (https://discord.com/developers/docs/interactions/receiving-and-responding). */
const allowed: Readonly<Record<InteractionKind, readonly number[]>> = {
  command: [4, 5, 9],
  autocomplete: [8],
  button: [4, 5, 6, 7, 9],
  modal: [4, 5, 6, 7],
};

const ephemeral = 64;

/** What Discord would find wrong with a first answer. */
export function validateCallback(kind: InteractionKind, body: Json, files: readonly File[] = []): readonly string[] {
  const type = Number(body['type']);
  const data = toObject(body['data']);
  const flags = Number(data['flags'] ?? 0);
  if (!allowed[kind].includes(type)) return [`a ${kind} cannot be answered with type ${type}`];
  switch (type) {
    case 4:
      return [
        ...validateMessage(data, { files }),
        ...((flags & ~(ephemeral | 4 | 4096)) === 0 ? [] : [`flags ${flags} in an answer`]),
      ];
    case 5:
      return [
        ...Object.keys(data).flatMap((key) => (key === 'flags' ? [] : [`${key} in a deferral`])),
        ...((flags & ~ephemeral) === 0 ? [] : [`flags ${flags} in a deferral`]),
      ];
    case 6:
      return Object.keys(data).length === 0 ? [] : ['data in a deferred update'];
    case 7:
      return [
        ...validateMessage(data, { files }),
        ...((flags & ephemeral) === 0 ? [] : ['an update cannot become ephemeral']),
      ];
    case 8:
      return validateChoices(toList(data['choices']));
    case 9:
      return validateModal(data);
    default:
      return [`type ${type} is not sent by this bot`];
  }
}

function validateChoices(choices: readonly unknown[]): readonly string[] {
  return [
    ...(choices.length > 25 ? [`${choices.length} of 25 choices`] : []),
    ...choices.map(toObject).flatMap((choice) =>
      (['name', 'value'] as const).flatMap((key) => {
        const { length } = toText(choice[key]);
        const blank = toText(choice[key]).trim() === '';
        return length > 100 || blank ? [`choice ${key}: ${length} of 1 to 100`] : [];
      }),
    ),
  ];
}
