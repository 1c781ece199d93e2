/** One thing that Slack would reject, with the place where it stands. */
export type Problem = string;

type Json = Readonly<Record<string, unknown>>;

/**
 * Lengths and counts of one block, which no schema of Slack's says. From
 * https://docs.slack.dev/reference/block-kit/blocks and .../block-elements; lengths in code points.
 */
export function limitProblems(block: unknown, path: string): readonly Problem[] {
  const problems: Problem[] = [];
  const visit = (value: unknown, at: string) => {
    if (Array.isArray(value)) {
      value.forEach((item, index) => void visit(item, `${at}[${index}]`));
    } else if (isObject(value)) {
      problems.push(...objectProblems(value, at));
      for (const [key, child] of Object.entries(value)) visit(child, `${at}.${key}`);
    }
  };
  visit(block, path);
  return problems;
}

/** [property, least, most]: of a string its code points, of a text object its `text`, of an array its items. */
type Rule = readonly [property: string, least: number, most: number];

const anyObject: readonly Rule[] = [
  ['block_id', 1, 255],
  ['action_id', 1, 255],
  ['callback_id', 1, 255],
  ['placeholder', 1, 150],
  ['private_metadata', 0, 3000],
  ['url', 1, 3000],
];

const byType: Readonly<Record<string, readonly Rule[]>> = {
  header: [['text', 1, 150]],
  section: [
    ['text', 1, 3000],
    ['fields', 1, 10],
  ],
  context: [['elements', 1, 10]],
  actions: [['elements', 1, 25]],
  context_actions: [['elements', 1, 5]],
  image: [
    ['image_url', 1, 3000],
    ['alt_text', 1, 2000],
    ['title', 1, 2000],
  ],
  markdown: [['text', 1, 12_000]],
  input: [
    ['label', 1, 2000],
    ['hint', 1, 2000],
  ],
  table: [
    ['rows', 1, 100],
    ['column_settings', 1, 20],
  ],
  rich_text: [['elements', 1, Number.POSITIVE_INFINITY]],
  rich_text_section: [['elements', 1, Number.POSITIVE_INFINITY]],
  rich_text_preformatted: [['elements', 1, Number.POSITIVE_INFINITY]],
  rich_text_list: [['elements', 1, Number.POSITIVE_INFINITY]],
  button: [
    ['text', 1, 75],
    ['value', 1, 2000],
    ['accessibility_label', 1, 75],
  ],
  plain_text: [['text', 1, 3000]],
  mrkdwn: [['text', 1, 3000]],
  text: [['text', 1, Number.POSITIVE_INFINITY]],
  link: [
    ['text', 1, Number.POSITIVE_INFINITY],
    ['url', 1, 3000],
  ],
  raw_text: [['text', 1, Number.POSITIVE_INFINITY]],
  overflow: [['options', 1, 5]],
  radio_buttons: [['options', 1, 10]],
  checkboxes: [['options', 1, 10]],
  static_select: [
    ['options', 1, 100],
    ['option_groups', 1, 100],
  ],
  plain_text_input: [['max_length', 1, 3000]],
  modal: [
    ['title', 1, 24],
    ['submit', 1, 24],
    ['close', 1, 24],
    ['blocks', 1, 100],
  ],
  home: [['blocks', 1, 100]],
};

function objectProblems(value: Json, at: string): readonly Problem[] {
  const rules = [...anyObject, ...(byType[String(value['type'])] ?? [])];
  const problems = rules.flatMap(([property, least, most]) => {
    const size = sizeOf(value[property]);
    if (size === null || (size >= least && size <= most)) return [];
    return [`${at}.${property} has ${size}, allowed are ${least} to ${most}`];
  });
  return [...problems, ...fieldProblems(value, at), ...rowProblems(value, at)];
}

function fieldProblems(value: Json, at: string): readonly Problem[] {
  const fields = value['type'] === 'section' && Array.isArray(value['fields']) ? value['fields'] : [];
  return fields.filter((field) => (sizeOf(field) ?? 0) > 2000).map(() => `${at}.fields has one of more than 2000`);
}

function rowProblems(value: Json, at: string): readonly Problem[] {
  const rows = value['type'] === 'table' && Array.isArray(value['rows']) ? value['rows'] : [];
  return rows.flatMap((row: unknown, index) =>
    Array.isArray(row) && row.length >= 1 && row.length <= 20
      ? []
      : [`${at}.rows[${index}] has no cells or more than 20`],
  );
}

function sizeOf(value: unknown): number | null {
  if (typeof value === 'string') return [...value].length;
  if (typeof value === 'number') return value;
  if (Array.isArray(value)) return value.length;
  return isObject(value) && typeof value['text'] === 'string' ? [...value['text']].length : null;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
