import type { AskedItem } from '../core/asked-item.ts';
import { itemKey } from '../core/asked-item.ts';
import { csvText } from '../core/csv.ts';

const places = [1, 2, 3, 4] as const;

const heads = [
  ...['id', 'topic', 'level', 'title', 'question', 'code'],
  ...places.map((place) => `option ${place}`),
  'right',
  ...places.map((place) => `why ${place}`),
];

/** Items as comma-separated values, a line each below the names of the columns; `right` is the number of the right option. */
export function itemsCsv(items: readonly AskedItem[]): string {
  return csvText([heads, ...items.map(toRow)]);
}

function toRow({ question, item }: AskedItem): readonly (string | number)[] {
  const { id, stem, code = '', options } = item;
  return [
    ...[itemKey(question.id, id), question.topic, question.level, question.title, stem, code],
    ...places.map((place) => options[place - 1]?.text ?? ''),
    options.findIndex(({ correct }) => correct) + 1,
    ...places.map((place) => options[place - 1]?.why ?? ''),
  ];
}
