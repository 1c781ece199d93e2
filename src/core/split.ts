import type { CardNode, CodeNode, ListNode, Rich, TextNode } from './card.ts';
import { plainText } from './card.ts';
import { cutRich, longestPrefix } from './cut.ts';

type Splittable = TextNode | ListNode | CodeNode;

/** True for a node that can be split in two. */
export function isSplittable(node: CardNode): node is Splittable {
  return node.kind === 'text' || node.kind === 'list' || node.kind === 'code';
}

/**
 * Splits a node: a first part that `fits`, and the rest. The first part is null if not even a prefix fits; the rest is
 * null if nothing is left. Between items and lines if possible, otherwise between words.
 */
export function splitNode(
  node: Splittable,
  fits: (node: CardNode) => boolean,
): readonly [Splittable | null, Splittable | null] {
  if (fits(node)) return [node, null];
  const [head, rest] = splitByKind(node, fits);
  return head === null || isBlank(head) ? [null, node] : [head, isBlank(rest) ? null : rest];
}

function splitByKind(node: Splittable, fits: (node: CardNode) => boolean): readonly [Splittable | null, Splittable] {
  if (node.kind === 'text') return splitText(node, fits);
  return node.kind === 'list' ? splitList(node, fits) : splitCode(node, fits);
}

function isBlank(node: Splittable): boolean {
  if (node.kind === 'code') return node.code.trim() === '';
  const texts = node.kind === 'text' ? [node.text] : node.items;
  return texts.every((text) => plainText(text).trim() === '');
}

function splitText(node: TextNode, fits: (node: CardNode) => boolean): readonly [Splittable | null, Splittable] {
  const [head, rest] = cutRich(node.text, (text) => fits({ ...node, text }));
  return head.length === 0
    ? [null, node]
    : [
        { ...node, text: head },
        { ...node, text: rest },
      ];
}

function splitList(node: ListNode, fits: (node: CardNode) => boolean): readonly [Splittable | null, Splittable] {
  const whole = mostThatFit(node.items.length, (count) => fits({ ...node, items: node.items.slice(0, count) }));
  if (whole > 0)
    return [{ ...node, items: node.items.slice(0, whole) }, continueList(node, node.items.slice(whole), whole)];
  const [first = [], ...others] = node.items;
  const [head, rest] = cutRich(first, (item) => fits({ ...node, items: [item] }));
  if (head.length === 0) return [null, node];
  return [{ ...node, items: [head] }, continueList(node, [rest, ...others], 0)];
}

function continueList(node: ListNode, items: readonly Rich[], skipped: number): ListNode {
  return node.ordered ? { ...node, items, start: (node.start ?? 1) + skipped } : { ...node, items };
}

function splitCode(node: CodeNode, fits: (node: CardNode) => boolean): readonly [Splittable | null, Splittable] {
  const lines = node.code.split('\n');
  const whole = mostThatFit(lines.length, (count) => fits({ ...node, code: lines.slice(0, count).join('\n') }));
  if (whole > 0) {
    const rest = lines.slice(whole).join('\n');
    return [
      { ...node, code: lines.slice(0, whole).join('\n') },
      { ...node, code: rest },
    ];
  }
  const head = longestPrefix(node.code, (code) => fits({ ...node, code }));
  return head === ''
    ? [null, node]
    : [
        { ...node, code: head },
        { ...node, code: node.code.slice(head.length) },
      ];
}

/** The largest count in [0, limit) for which `fits` is true; a node is only split if all of it does not fit. */
function mostThatFit(limit: number, fits: (count: number) => boolean): number {
  let low = 0;
  let high = limit;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (fits(middle)) low = middle;
    else high = middle;
  }
  return low;
}
