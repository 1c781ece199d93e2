import type { CardNode } from './card.ts';
import { plainText } from './card.ts';

/** Characters of an answer that is read at a glance, so that nothing of it is held back. */
const atAGlance = 800;

/** An excerpt that holds back less than this share of the characters is not worth a press. */
const worthAPress = 0.25;

/** How a paragraph begins that warns of what people get wrong: `Trap:`, `The trap is …`, `Two traps.` */
const trap = /^(?:(?:the|a|one|two|three|common|main|usual|classic|other|another)\s+){0,2}traps?\b/i;

/** What of an answer is read first, and what is left. Together they are all of it, each part in its own order. */
export type Parts = { readonly first: readonly CardNode[]; readonly rest: readonly CardNode[] };

/**
 * An answer in the order in which it helps: the sentence that answers, the traps, and the first code with what introduces it
 * and what it prints; then the rest. Nothing is left out, and what a colon announces stays behind its colon.
 */
export function answerFirst(body: readonly CardNode[]): Parts {
  const places = [...new Set([...firstParagraph(body), ...traps(body), ...firstCode(body)])];
  const chosen = new Set(places);
  return {
    first: places.flatMap((place) => body[place] ?? []),
    rest: body.filter((_, place) => !chosen.has(place)),
  };
}

/** What of a long answer is shown first. Null for an answer that is short enough to be shown whole. */
export function excerptOf(body: readonly CardNode[]): readonly CardNode[] | null {
  const { first } = answerFirst(body);
  const whole = lengthOf(body);
  return whole <= atAGlance || lengthOf(first) > whole * (1 - worthAPress) ? null : first;
}

/** Whether this is a paragraph that warns of a trap. */
export function isTrap(node: CardNode): boolean {
  return node.kind === 'text' && node.muted !== true && trap.test(plainText(node.text));
}

/** Places of the first paragraph, and of what it introduces with a colon. */
function firstParagraph(body: readonly CardNode[]): readonly number[] {
  return introduced(
    body,
    body.findIndex(({ kind }) => kind === 'text'),
  );
}

/** Places of the first code, of the paragraph that introduces it, and of its output, which small print announces. */
function firstCode(body: readonly CardNode[]): readonly number[] {
  const code = body.findIndex(({ kind }) => kind === 'code');
  return code < 0 ? [] : [...(isIntroduction(body[code - 1]) ? [code - 1] : []), ...withOutput(body, code)];
}

function withOutput(body: readonly CardNode[], code: number): readonly number[] {
  const [announced, output] = body.slice(code + 1);
  const prints = announced?.kind === 'text' && announced.muted === true && output?.kind === 'code';
  return prints ? [code, code + 1, code + 2] : [code];
}

function traps(body: readonly CardNode[]): readonly number[] {
  return body.flatMap((node, place) => (isTrap(node) ? introduced(body, place) : []));
}

/** The place of a paragraph, and of what stands behind its colon. */
function introduced(body: readonly CardNode[], place: number): readonly number[] {
  const node = body[place];
  if (node?.kind !== 'text') return [];
  const next = body[place + 1];
  if (!isIntroduction(node) || next === undefined) return [place];
  return [place, ...(next.kind === 'code' ? withOutput(body, place + 1) : [place + 1])];
}

function isIntroduction(node: CardNode | undefined): boolean {
  return node?.kind === 'text' && plainText(node.text).trimEnd().endsWith(':');
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
