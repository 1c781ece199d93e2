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

/** The other ways in which items ask, as the end of “It asks …”. */
const ways: Readonly<Record<string, string>> = {
  textentryinteraction: 'for a typed answer',
  extendedtextinteraction: 'for a text',
  matchinteraction: 'to match pairs',
  associateinteraction: 'to match pairs',
  gapmatchinteraction: 'to drag into gaps',
  graphicgapmatchinteraction: 'to drag into gaps',
  orderinteraction: 'for an order',
  graphicorderinteraction: 'for an order',
  hottextinteraction: 'to mark words',
  hotspotinteraction: 'to point at a picture',
  selectpointinteraction: 'to point at a picture',
  sliderinteraction: 'to move a slider',
  uploadinteraction: 'for a file',
  response_str: 'for a typed answer',
  response_num: 'for a number',
  response_grp: 'to match pairs',
  response_xy: 'to point at a picture',
};

/** How an element of this name asks. */
export function wayToAsk(name: string): string {
  return ways[name] ?? `by ${name.slice(0, 60)}`;
}
