import { escapeXml } from '../../core/escape-xml.ts';
/** An element of XML, or the text between two. */
export type XmlNode = XmlElement | string;

export type XmlElement = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
  /** On which it begins, from 1. */
  readonly line: number;
};

/** Its elements of this name, or all of them. */
export function childrenOf({ children }: XmlElement, name?: string): readonly XmlElement[] {
  return children.filter((node) => typeof node !== 'string').filter((node) => name === undefined || node.name === name);
}

export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element === undefined ? undefined : childrenOf(element, name)[0];
}

/** Elements of this name at any depth, in their order; none within another of them. */
export function allWithin(element: XmlElement, name: string): readonly XmlElement[] {
  return childrenOf(element).flatMap((child) => (child.name === name ? [child] : allWithin(child, name)));
}

/** All text in it, without tags. */
export function textOf(element: XmlElement | undefined): string {
  if (element === undefined) return '';
  return element.children.map((node) => (typeof node === 'string' ? node : textOf(node))).join('');
}

/** What stands in it as HTML. What `instead` gives for an element below stands for it, unless that is null. */
export function htmlOf(element: XmlElement, instead: (child: XmlElement) => string | null = () => null): string {
  return element.children
    .map((node) => {
      if (typeof node === 'string') return escapeXml(node);
      const other = instead(node);
      if (other !== null) return other;
      const attributes = Object.entries(node.attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`);
      const open = `<${node.name}${attributes.join('')}>`;
      return empty.has(node.name) ? open : `${open}${htmlOf(node, instead)}</${node.name}>`;
    })
    .join('');
}

/** Elements that HTML writes without an end; `</br>` is another line's end there. */
const empty = new Set(['br', 'hr', 'img', 'col', 'source', 'wbr', 'input', 'embed', 'area', 'track']);
