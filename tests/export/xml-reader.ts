/** An element as it stands in the file; white space between elements is kept. */
export type Element = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Element | string)[];
};

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** Reads a document, and throws at whatever is not well formed: an XML reader of the tests' own, so that no leniency hides a fault. */
export function readXml(text: string): Element {
  const tokens = [
    ...text.matchAll(
      /<\?xml [^>]*\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<(\/?)([\w.-]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>|[^<]+/g,
    ),
  ];
  if (tokens.map(([token]) => token).join('') !== text) throw new Error('Something stands between the tokens.');
  const root: { children: (Element | string)[] } = { children: [] };
  const open: { name: string; attributes: Record<string, string>; children: (Element | string)[] }[] = [];
  for (const [token, cdata, closing, name = '', attributes = '', empty] of tokens) {
    const here = (open.at(-1) ?? root).children;
    if (cdata !== undefined) here.push(cdata);
    else if (name === '') {
      if (!token.startsWith('<?xml')) here.push(decoded(token));
    } else if (closing === '/') {
      if (open.pop()?.name !== name) throw new Error(`${token} closes nothing.`);
    } else {
      const element = { name, attributes: attributesOf(attributes), children: [] };
      here.push(element);
      if (empty !== '/') open.push(element);
    }
  }
  const elements = root.children.filter((child) => typeof child !== 'string');
  const [only] = elements;
  if (open.length > 0 || only === undefined || elements.length > 1) throw new Error('It is no whole document.');
  return only;
}

/** The elements with that name directly below. */
export function below({ children }: Element, name: string): readonly Element[] {
  return children.filter((child): child is Element => typeof child !== 'string' && child.name === name);
}

/** The element at the end of a path of names, each the only one of its kind. */
export function at(element: Element, ...path: readonly string[]): Element {
  return path.reduce((found, name) => {
    const [only, ...others] = below(found, name);
    if (only === undefined || others.length > 0) throw new Error(`${found.name} has not one ${name}.`);
    return only;
  }, element);
}

/** All text below. */
export function textOf({ children }: Element): string {
  return children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

function attributesOf(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/([\w:-]+)="([^"<]*)"/g)].map(([, name = '', value = '']) => [name, decoded(value)]),
  );
}

function decoded(text: string): string {
  return text.replaceAll(/&([^;]*);?/g, (reference, name: string) => {
    const meant = entities[name];
    if (meant === undefined || !reference.endsWith(';')) throw new Error(`${reference} is no reference.`);
    return meant;
  });
}
