import { adaptNode } from './adapt.ts';
import type { ActionsNode, Card, CardNode } from './card.ts';
import { cleanCard } from './clean.ts';
import { longestPrefix } from './cut.ts';
import type { Loss } from './loss.ts';
import { isSplittable, splitNode } from './split.ts';
import type { Surface } from './surface.ts';
import { tellApart } from './tell-apart.ts';

export type Fitted = { readonly card: Card; readonly losses: readonly Loss[] };

/** The part of a node that fits, and the rest. */
type Taken = readonly [CardNode | null, CardNode | null];

const ellipsis = '…';

/**
 * The card as it can be sent on a surface, and what a reader loses by that. Long nodes are split into several, tables
 * become aligned text where the surface has none; only what does not fit at all is shortened with `…` or dropped.
 * Buttons take precedence over words, since without them the conversation ends. A card that fits loses nothing but
 * invisible characters and empty nodes, and has no losses.
 */
export function fitCard(card: Card, surface: Surface): Fitted {
  const losses: Loss[] = [];
  const lose = (loss: Loss) => losses.push(loss);
  const clean = cleanCard(card);
  const title =
    clean.title === undefined
      ? undefined
      : shorten(clean.title, surface.title, surface, () => lose({ part: 'title', how: 'shortened' }));
  const tables = { left: surface.table?.count ?? 0 };
  const images = { left: surface.image?.count ?? 0 };
  const adapted = clean.body.flatMap((node) => adaptNode(node, surface, { tables, images, lose }));
  const body = fitBody(fitActions(adapted, surface, lose), surface, lose);
  return { card: { ...clean, ...(title === undefined ? {} : { title }), body }, losses };
}

function fitActions(body: readonly CardNode[], surface: Surface, lose: (loss: Loss) => void): readonly CardNode[] {
  const seen = new Set<string>();
  const fitted: CardNode[] = [];
  const labels = body.flatMap((node) => (node.kind === 'actions' ? node.actions.map(({ label }) => label) : []));
  const told = tellApart(labels, surface.actions.seen);
  const toldOf = new Map(labels.map((label, index) => [label, told[index] ?? label]));
  for (const node of body) {
    if (node.kind !== 'actions') {
      fitted.push(node);
      continue;
    }
    const actions: ActionsNode['actions'][number][] = [];
    for (const action of node.actions) {
      const room = seen.size < surface.actions.count && surface.length(action.id) <= surface.actions.id;
      if (!room || action.id === '' || seen.has(action.id)) {
        lose({ part: 'actions', how: 'dropped' });
        continue;
      }
      seen.add(action.id);
      const shortened = () => lose({ part: 'actions', how: 'shortened' });
      actions.push({
        ...action,
        label: shorten(toldOf.get(action.label) ?? action.label, surface.actions.label, surface, shortened),
      });
    }
    if (actions.length > 0) fitted.push({ ...node, actions });
  }
  return fitted;
}

function fitBody(body: readonly CardNode[], surface: Surface, lose: (loss: Loss) => void): readonly CardNode[] {
  const fitted: CardNode[] = [];
  let actionsToCome = body.filter((node) => node.kind === 'actions').length;
  let size = 0;
  let full = false;
  for (const node of body) {
    if (node.kind === 'actions') {
      actionsToCome -= 1;
      if (fitted.length < surface.nodes) fitted.push(node);
      else lose({ part: 'actions', how: 'dropped' });
      continue;
    }
    let rest: CardNode | null = full ? null : node;
    if (full) lose({ part: node.kind, how: 'dropped' });
    while (rest !== null) {
      const room = Math.min(surface.node, surface.total - size);
      const places = surface.nodes - fitted.length - actionsToCome;
      const last = places <= 1 || surface.total - size <= surface.node;
      const [part, tail]: Taken = places < 1 ? [null, rest] : takeNode(rest, room, last, surface);
      if (part !== null) {
        fitted.push(part);
        size += surface.size(part);
      }
      rest = tail;
      if (rest !== null && (part === null || last)) {
        lose({ part: node.kind, how: part === null && rest === node ? 'dropped' : 'shortened' });
        full = true;
        rest = null;
      }
    }
  }
  return fitted;
}

/** The part of a node that fits, and the rest; the last part ends with an ellipsis if there is more. */
function takeNode(node: CardNode, room: number, last: boolean, surface: Surface): Taken {
  const fits = (candidate: CardNode) => surface.size(candidate) <= room;
  if (fits(node)) return [node, null];
  if (!isSplittable(node)) return [null, node];
  if (!last) return splitNode(node, fits);
  const [part, rest] = splitNode(node, (candidate) => fits(withEllipsis(candidate)));
  return [part === null ? null : withEllipsis(part), rest];
}

function withEllipsis(node: CardNode): CardNode {
  switch (node.kind) {
    case 'text':
      return { ...node, text: [...node.text, { kind: 'text', text: ` ${ellipsis}` }] };
    case 'code':
      return { ...node, code: `${node.code}\n${ellipsis}` };
    case 'list':
      return { ...node, items: [...node.items, [{ kind: 'text', text: ellipsis }]] };
    default:
      return node;
  }
}

function shorten(text: string, limit: number, surface: Surface, shortened: () => void): string {
  if (surface.length(text) <= limit) return text;
  shortened();
  return longestPrefix(text, (prefix) => surface.length(prefix + ellipsis) <= limit).trimEnd() + ellipsis;
}
