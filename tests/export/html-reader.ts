/** What an item's HTML says: its text with code between back-ticks, and the code below it. */
export type ReadHtml = { readonly text: string; readonly code?: string };

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>' };

/** Reads the HTML of an item as a browser shows it; throws at an element that no item has. */
export function readHtml(html: string): ReadHtml {
  const [, text = '', code] = /^([\s\S]*?)(?:<pre><code>([\s\S]*)<\/code><\/pre>)?$/.exec(html) ?? [];
  const paragraph = text.replace(/^<p>([\s\S]*)<\/p>$/, '$1');
  const said = paragraph.replaceAll(/<code>([\s\S]*?)<\/code>/g, '`$1`');
  return { text: decoded(said), ...(code === undefined ? {} : { code: decoded(code) }) };
}

function decoded(html: string): string {
  if (html.includes('<')) throw new Error(`There is an element in ${html}.`);
  return html.replaceAll(/&(\w+);/g, (_, name: string) => {
    const meant = entities[name];
    if (meant === undefined) throw new Error(`&${name}; is not known.`);
    return meant;
  });
}
