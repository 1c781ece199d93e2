import type { Json } from './json.ts';
import { toList, toObject, toText } from './json.ts';

const [label, textInput] = [18, 4];

/**
 * What Discord would find wrong with a modal (https://discord.com/developers/docs/interactions/receiving-and-responding) of
 * text inputs, each in a label (https://discord.com/developers/docs/components/reference#label).
 */
export function validateModal(data: Json): readonly string[] {
  const rows = toList(data['components']).map(toObject);
  return [
    ...between(data, 'custom_id', 1, 100),
    ...between(data, 'title', 1, 45),
    ...(rows.length >= 1 && rows.length <= 5 ? [] : [`${rows.length} components of 1 to 5 in a modal`]),
    ...rows.flatMap((row) =>
      Number(row['type']) === label ? validateLabel(row) : [`a modal with a component of type ${String(row['type'])}`],
    ),
  ];
}

function validateLabel(row: Json): readonly string[] {
  const input = toObject(row['component']);
  const most = Number(input['max_length'] ?? 4000);
  return [
    ...between(row, 'label', 1, 45),
    ...(row['description'] === undefined ? [] : between(row, 'description', 1, 100)),
    ...(Number(input['type']) === textInput ? [] : [`a label with a component of type ${String(input['type'])}`]),
    ...between(input, 'custom_id', 1, 100),
    ...([1, 2].includes(Number(input['style'])) ? [] : [`style ${String(input['style'])} of a text input`]),
    ...(input['label'] === undefined ? [] : ['a text input within a label has none of its own']),
    ...(most >= 1 && most <= 4000 ? [] : [`max_length ${most} of 1 to 4000`]),
    ...(input['value'] === undefined ? [] : between(input, 'value', 0, most)),
  ];
}

function between(of: Json, field: string, least: number, most: number): readonly string[] {
  const { length } = toText(of[field]);
  return length >= least && length <= most ? [] : [`${field}: ${length} of ${least} to ${most}`];
}
