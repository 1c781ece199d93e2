/** What no XML 1.0 document may hold, not even as a reference; everything else does not show. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it removes
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** A piece of XML, escaped already. */
export type Xml = { readonly xml: string };

/** Text as XML shows it. A lone surrogate becomes �, and what XML forbids is left out. */
export function text(content: string): Xml {
  return { xml: clean(content).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;') };
}

/** The same as one piece that people can read in the file, for HTML within XML. */
export function cdata(content: string): Xml {
  return { xml: `<![CDATA[${clean(content).replaceAll(']]>', ']]]]><![CDATA[>')}]]>` };
}

/** HTML that is XML, too, and was escaped as that. */
export function markup(html: string): Xml {
  return { xml: clean(html) };
}

/** An element on one line; `content` of an empty one is left out. */
export function element(name: string, attributes: Readonly<Record<string, string>>, ...content: readonly Xml[]): Xml {
  const given = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${attribute(value)}"`)
    .join('');
  const inner = content.map(({ xml }) => xml).join('');
  return { xml: inner === '' ? `<${name}${given}/>` : `<${name}${given}>${inner}</${name}>` };
}

/** An element with each child on a line of its own, indented, where white space means nothing. */
export function block(name: string, attributes: Readonly<Record<string, string>>, ...children: readonly Xml[]): Xml {
  return element(name, attributes, { xml: `\n${children.map(({ xml }) => xml).join('\n')}\n` });
}

/** A whole document. */
export function document(root: Xml): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root.xml}\n`;
}

function attribute(value: string): string {
  return text(value)
    .xml.replaceAll('"', '&quot;')
    .replaceAll(/[\t\n\r]/g, ' ');
}

function clean(content: string): string {
  return content.toWellFormed().replaceAll(/\r\n?/g, '\n').replaceAll(forbidden, '');
}
