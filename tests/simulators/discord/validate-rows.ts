import { toList, toObject, toText } from './json.ts';

const styles = [1, 2, 3, 4, 5, 6];

/** Rows of buttons, by https://discord.com/developers/docs/components/reference; other components are not sent. */
export function validateRows(components: readonly unknown[]): readonly string[] {
  const rows = components.map(toObject);
  const buttons = rows.flatMap((row) => toList(row['components'])).map(toObject);
  const ids = buttons.map((button) => button['custom_id']).filter((id) => id !== undefined);
  return [
    ...(rows.length > 5 ? [`${rows.length} of 5 rows`] : []),
    ...rows.flatMap((row) => {
      const { length } = toList(row['components']);
      return row['type'] === 1 && length >= 1 && length <= 5
        ? []
        : [`a row of type ${row['type']} with ${length} buttons`];
    }),
    ...buttons.flatMap(validateButton),
    ...(new Set(ids).size < ids.length ? ['a custom_id is used twice'] : []),
  ];
}

function validateButton(button: Readonly<Record<string, unknown>>): readonly string[] {
  const label = toText(button['label']);
  const id = toText(button['custom_id']);
  const url = toText(button['url']);
  const isLink = button['style'] === 5;
  return [
    ...(button['type'] === 2 ? [] : [`component type ${button['type']} in a row of buttons`]),
    ...(styles.includes(Number(button['style'])) ? [] : [`button style ${button['style']}`]),
    ...(label.trim() === '' && button['emoji'] === undefined ? ['a button shows nothing'] : []),
    ...(label.length > 80 ? [`label: ${label.length} of 80`] : []),
    ...(isLink && (id !== '' || url === '') ? ['a link button needs a url and no custom_id'] : []),
    ...(!isLink && (url !== '' || id.length < 1 || id.length > 100) ? [`custom_id: ${id.length} of 1 to 100`] : []),
    ...(url.length > 512 ? [`url: ${url.length} of 512`] : []),
  ];
}
