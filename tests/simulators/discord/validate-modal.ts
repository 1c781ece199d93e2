import type { Json } from './json.ts';
import { toList, toObject, toText } from './json.ts';

const [label, textInput, stringSelect] = [18, 4, 3];

/**
 * What Discord would find wrong with a modal (https://discord.com/developers/docs/interactions/receiving-and-responding) of
 * text inputs and selects, each in a label (https://discord.com/developers/docs/components/reference#label).
 */
export function validateModal(data: Json): readonly string[] {
  const rows = toList(data['components']).map(toObject);
  const ids = rows.map((row) => toText(toObject(row['component'])['custom_id']));
  return [
    ...between(data, 'custom_id', 1, 100),
    ...between(data, 'title', 1, 45),
    ...(rows.length >= 1 && rows.length <= 5 ? [] : [`${rows.length} components of 1 to 5 in a modal`]),
    ...(new Set(ids).size === ids.length ? [] : ['two fields of a modal with the same custom_id']),
    ...rows.flatMap((row) =>
      Number(row['type']) === label ? validateLabel(row) : [`a modal with a component of type ${String(row['type'])}`],
    ),
  ];
}

function validateLabel(row: Json): readonly string[] {
  const field = toObject(row['component']);
  const type = Number(field['type']);
  return [
    ...between(row, 'label', 1, 45),
    ...(row['description'] === undefined ? [] : between(row, 'description', 1, 100)),
    ...between(field, 'custom_id', 1, 100),
    ...(type === textInput ? validateText(field) : type === stringSelect ? validateSelect(field) : []),
    ...([textInput, stringSelect].includes(type) ? [] : [`a label with a component of type ${String(type)}`]),
  ];
}

function validateText(input: Json): readonly string[] {
  const most = Number(input['max_length'] ?? 4000);
  return [
    ...([1, 2].includes(Number(input['style'])) ? [] : [`style ${String(input['style'])} of a text input`]),
    ...(input['label'] === undefined ? [] : ['a text input within a label has none of its own']),
    ...(most >= 1 && most <= 4000 ? [] : [`max_length ${most} of 1 to 4000`]),
    ...(input['value'] === undefined ? [] : between(input, 'value', 0, most)),
  ];
}

function validateSelect(select: Json): readonly string[] {
  const options = toList(select['options']).map(toObject);
  const values = options.map(({ value }) => toText(value));
  const chosen = options.filter((option) => option['default'] === true);
  return [
    ...(options.length >= 1 && options.length <= 25 ? [] : [`${options.length} options of 1 to 25`]),
    ...(new Set(values).size === values.length ? [] : ['two options of the same value']),
    ...(chosen.length <= Number(select['max_values'] ?? 1) ? [] : ['more options by default than can be chosen']),
    ...options.flatMap((option) => [...between(option, 'label', 1, 100), ...between(option, 'value', 1, 100)]),
  ];
}

function between(of: Json, field: string, least: number, most: number): readonly string[] {
  const { length } = toText(of[field]);
  return length >= least && length <= most ? [] : [`${field}: ${length} of ${least} to ${most}`];
}
