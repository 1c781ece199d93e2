import type { CardNode } from './card.ts';
import { plainText } from './card.ts';

/** Characters of an answer that is read at a glance, so that nothing of it is held back. */
const atAGlance = 800;

/** An excerpt that holds back less than this share of the characters is not worth a press. */
const worthAPress = 0.25;

/** How a paragraph begins that warns of what people get wrong. */
const trap = /^(common )?traps?\b/i;

/**
 * What of a long answer is shown first: its first paragraph, its first code with what that prints, and the traps, in their
 * order. Null for an answer that is short enough to be shown whole.
 */
export function excerptOf(body: readonly CardNode[]): readonly CardNode[] | null {
  const chosen = new Set([...firstParagraph(body), ...firstCode(body), ...traps(body)]);
  const excerpt = body.filter((_, index) => chosen.has(index));
  const whole = lengthOf(body);
  return whole <= atAGlance || lengthOf(excerpt) > whole * (1 - worthAPress) ? null : excerpt;
}

/** Places of the first paragraph, and of what it introduces with a colon. */
function firstParagraph(body: readonly CardNode[]): readonly number[] {
  return introduced(
    body,
    body.findIndex(({ kind }) => kind === 'text'),
  );
}

/** Places of the first code and its output, which small print announces. */
function firstCode(body: readonly CardNode[]): readonly number[] {
  const code = body.findIndex(({ kind }) => kind === 'code');
  if (code < 0) return [];
  const [announced, output] = body.slice(code + 1);
  const prints = announced?.kind === 'text' && announced.muted === true && output?.kind === 'code';
  return prints ? [code, code + 1, code + 2] : [code];
}

function traps(body: readonly CardNode[]): readonly number[] {
  return body.flatMap((node, index) =>
    node.kind === 'text' && trap.test(plainText(node.text)) ? introduced(body, index) : [],
  );
}

function introduced(body: readonly CardNode[], index: number): readonly number[] {
  const node = body[index];
  if (node?.kind !== 'text') return [];
  return plainText(node.text).trimEnd().endsWith(':') && index + 1 < body.length ? [index, index + 1] : [index];
}

/** Characters of the words and the code of these nodes. */
function lengthOf(nodes: readonly CardNode[]): number {
  return nodes.reduce((sum, node) => sum + charactersOf(node), 0);
}

function charactersOf(node: CardNode): number {
  switch (node.kind) {
    case 'text':
      return plainText(node.text).length;
    case 'list':
      return node.items.reduce((sum, item) => sum + plainText(item).length, 0);
    case 'code':
      return node.code.length;
    case 'table':
      return [node.headers, ...node.rows].flat().reduce((sum, cell) => sum + plainText(cell).length, 0);
    default:
      return 0;
  }
}
