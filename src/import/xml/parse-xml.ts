import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { UnreadableSource } from '../unreadable-source.ts';
import type { XmlElement, XmlNode } from './xml-node.ts';

/** Tags of a document; no export of questions that is read here has as many. */
const mostTags = 1_000_000;

/** How deep elements may stand in each other. */
const deepest = 100;

const parser = new XMLParser({
  ...{ preserveOrder: true, ignoreAttributes: false, attributeNamePrefix: '', captureMetaData: true },
  // Values stay as they are written: `007` is no number, and blanks count between tags.
  ...{ parseTagValue: false, parseAttributeValue: false, trimValues: false, processEntities: false },
  ...{ cdataPropName: '#cdata', ignoreDeclaration: true, ignorePiTags: true, maxNestedTags: deepest },
});

const place = XMLParser.getMetaDataSymbol() as unknown as symbol;

/**
 * The root of an XML document. Entities that it declares itself are refused: what they expand to has no bound. Throws an
 * `UnreadableSource` that says with the line what is wrong.
 */
export function parseXml(text: string): XmlElement {
  if (/<!ENTITY/i.test(text)) throw new UnreadableSource('It declares entities of its own, which are not read here.');
  const tags = text.split('<').length;
  if (tags > mostTags) throw new UnreadableSource(`It has ${tags} tags; at most ${mostTags} are read. Split it.`);
  const body = text.replace(/^\ufeff?\s*/, '');
  const parsed = parsedOrWrong(body);
  const fault = faultIn(body);
  if (fault !== null) throw new UnreadableSource(fault);
  const roots = toNodes(parsed, { text: body, at: 0, line: 1 }).filter((node) => typeof node !== 'string');
  const [root] = roots;
  if (root === undefined) throw new UnreadableSource('It has no element.');
  return root;
}

function parsedOrWrong(body: string): unknown {
  try {
    return parser.parse(body);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if (/nested/i.test(error.message))
      throw new UnreadableSource(`Its elements stand more than ${deepest} deep in each other.`);
    throw new UnreadableSource(faultIn(body) ?? 'It is no whole XML.');
  }
}

/** Where a document breaks, by its line: what the parser itself throws names a position, or none. */
function faultIn(body: string): string | null {
  const valid = XMLValidator.validate(body);
  return valid === true ? null : `It is no whole XML: line ${valid.err.line}, ${valid.err.msg.replace(/\.?$/, '.')}`;
}

/** Where lines are counted from: elements come in the order of the text. */
type Counter = { readonly text: string; at: number; line: number };

function toNodes(parsed: unknown, counter: Counter): readonly XmlNode[] {
  if (!Array.isArray(parsed)) return [];
  return parsed.flatMap((node: Readonly<Record<string | symbol, unknown>>): readonly XmlNode[] => {
    if (typeof node['#text'] === 'string') return [decoded(node['#text'])];
    const data = node['#cdata'];
    if (Array.isArray(data)) return data.map((part: Readonly<Record<string, unknown>>) => String(part['#text'] ?? ''));
    const name = Object.keys(node).find((key) => key !== ':@');
    if (name === undefined) return [];
    const line = lineOf(node[place], counter);
    const attributes = Object.entries((node[':@'] ?? {}) as Readonly<Record<string, string>>);
    return [
      {
        ...{ name, line, children: toNodes(node[name], counter) },
        attributes: Object.fromEntries(attributes.map(([key, value]) => [key, decoded(value)])),
      },
    ];
  });
}

function lineOf(meta: unknown, counter: Counter): number {
  const start =
    typeof meta === 'object' && meta !== null && 'startIndex' in meta ? Number(meta.startIndex) : counter.at;
  for (
    let next = counter.text.indexOf('\n', counter.at);
    next >= 0 && next < start;
    next = counter.text.indexOf('\n', next + 1)
  ) {
    counter.line += 1;
    counter.at = next + 1;
  }
  return counter.line;
}

const predefined: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** The entities of XML and numbers of letters; those of HTML, which some files have all the same, are left for whoever reads HTML. */
function decoded(text: string): string {
  return text.replace(
    /&(?:(lt|gt|amp|quot|apos)|#(\d{1,7})|#x([\da-f]{1,6}));/gi,
    (whole, name, decimal, hexadecimal) => {
      if (name !== undefined) return predefined[String(name)] ?? whole;
      const point = decimal === undefined ? Number.parseInt(hexadecimal, 16) : Number(decimal);
      return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '\ufffd';
    },
  );
}
