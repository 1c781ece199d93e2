import { escapeXml } from '../core/escape-xml.ts';

/** Attribute values; numbers are written with at most two decimals, so that equal layouts give equal text. */
export type Attributes = Readonly<Record<string, string | number>>;

/** An SVG element as text. Attribute values are escaped here; children must be elements or results of `escapeXml`. */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(toText(value))}"`);
  const start = `<${name}${written.join('')}`;
  return children.length === 0 ? `${start}/>` : `${start}>${children.join('')}</${name}>`;
}

function toText(value: string | number): string {
  return typeof value === 'number' ? String(Math.round(value * 100) / 100) : value;
}
