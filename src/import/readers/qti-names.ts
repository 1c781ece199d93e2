import type { XmlElement } from '../xml/xml-node.ts';

/**
 * Elements of QTI by names that all versions share: `qti:simpleChoice` of 2.x and `qti-simple-choice` of 3.0 are `simplechoice`, and
 * `mapKey` and `map-key` are `mapkey`. HTML keeps its names.
 */
export function normalForm(element: XmlElement): XmlElement {
  return {
    ...element,
    name: normalName(element.name),
    attributes: Object.fromEntries(
      Object.entries(element.attributes).map(([name, value]) => [
        withoutPrefix(name).replaceAll('-', '').toLowerCase(),
        value,
      ]),
    ),
    children: element.children.map((node) => (typeof node === 'string' ? node : normalForm(node))),
  };
}

function normalName(name: string): string {
  const own = withoutPrefix(name);
  return (own.startsWith('qti-') ? own.slice(4).replaceAll('-', '') : own).toLowerCase();
}

function withoutPrefix(name: string): string {
  return name.slice(name.lastIndexOf(':') + 1);
}
