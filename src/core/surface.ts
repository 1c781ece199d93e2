import type { CardNode } from './card.ts';

/**
 * What one kind of message can hold, for instance a message in a channel or a private reply. All sizes are in the unit
 * that the platform counts (code points, UTF-16 units, …), as measured by `size` and `length`.
 */
export type Surface = {
  /** Names the surface in logs. */
  readonly name: string;
  /** Longest title, by `length`. */
  readonly title: number;
  /** Largest single text, list or code node, by `size`. */
  readonly node: number;
  /** Largest sum of all nodes except actions, by `size`. */
  readonly total: number;
  /** Most nodes in one message. */
  readonly nodes: number;
  /** Longest address of a link or an image, by `length`. */
  readonly url: number;
  /** How addresses may begin that are no web pages of others: `mailto:`, `/`; none when left out. */
  readonly alsoLinks?: readonly string[];
  /** What a native table can hold; null if the surface has none, and a table becomes aligned text. */
  readonly table: { readonly count: number; readonly rows: number; readonly columns: number } | null;
  /** Most fields in one node, their longest name (by `length`) and longest value (by `size`, as a paragraph). */
  readonly fields: { readonly count: number; readonly name: number; readonly value: number };
  /**
   * Longest alternative text of an image, and most images; null if the surface has none, and an image becomes a link.
   */
  readonly image: { readonly count: number; readonly alt: number } | null;
  /** True if pictures of ours can be attached. */
  readonly pictures: boolean;
  /** Left out where options cannot be pressed themselves: choices, tallies and podiums become lists and buttons there. */
  readonly tiles?: true;
  /** Left out where all readers are shown the same card: what is told to each of them is left out there. */
  readonly own?: true;
  /** Most buttons in one message, longest label and longest id, by `length`. */
  readonly actions: {
    readonly count: number;
    readonly label: number;
    readonly id: number;
    /** So much of a label is surely shown, in code points: by that much people have to be able to tell it from others. */
    readonly seen: number;
  };
  /** The size of one node as it will be sent, including escapes, marks and separators. */
  readonly size: (node: CardNode) => number;
  /** The length of plain text as the platform counts it. */
  readonly length: (text: string) => number;
};

/** What scrolls, as a page or a terminal does: nothing is too long for it. Only addresses that are not web pages are removed. */
export function scrollingSurface(name: string, pictures: boolean): Surface {
  return {
    name,
    title: 1000,
    node: Number.POSITIVE_INFINITY,
    total: Number.POSITIVE_INFINITY,
    nodes: Number.POSITIVE_INFINITY,
    url: 3000,
    table: { count: 100, rows: 1000, columns: 100 },
    fields: { count: 100, name: 1000, value: 10_000 },
    image: { count: 100, alt: 1000 },
    pictures,
    actions: { count: 100, label: 200, id: 200, seen: Number.POSITIVE_INFINITY },
    size: () => 0,
    length: (text) => text.length,
  };
}
