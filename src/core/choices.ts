import { bar } from './bar.ts';
import type { Card, CardNode, ChoicesNode, PodiumNode, Rich, TallyNode } from './card.ts';

/** What stands for a node where there are no tiles: lists, paragraphs and buttons that say the same. */
export function withoutTiles(node: CardNode): readonly CardNode[] {
  if (node.kind === 'choices') return asListAndButtons(node);
  if (node.kind === 'podium') return asMedals(node);
  return node.kind === 'tally' ? [asMarkedList(node)] : [node];
}

const medals = ['🥇', '🥈', '🥉'];

function asMedals({ rows, rest }: PodiumNode): readonly CardNode[] {
  const items = rows.map(
    ({ rank, user, name, points }): Rich => [
      { kind: 'text', text: `${medals[rank - 1] ?? ''} ` },
      { kind: 'person', user, text: name },
      { kind: 'text', text: ` ${points}` },
    ],
  );
  return [
    { kind: 'list', ordered: false, items },
    ...(rest > 0
      ? [{ kind: 'text', text: [{ kind: 'text', text: `and ${rest} more who share a place` }] } as const]
      : []),
  ];
}

/** The options as a list, the note as a paragraph, and a row of buttons with the letters. */
function asListAndButtons(node: ChoicesNode): readonly CardNode[] {
  return [
    ...asList(node),
    { kind: 'actions', actions: node.options.map(({ letter, action }) => ({ id: action, label: letter })) },
  ];
}

/** The options as a list with a bar of characters for each; the right one has a mark before it. */
function asMarkedList({ options, right }: TallyNode): CardNode {
  const all = options.reduce((sum, { count }) => sum + count, 0);
  return {
    kind: 'list',
    ordered: false,
    items: options.map(
      ({ letter, text, count }, place): Rich => [
        ...(place === right ? [{ kind: 'text', text: '✅ ' } as const] : []),
        ...lettered(letter, text),
        ...(all === 0
          ? []
          : ([
              { kind: 'text', text: '  ' },
              { kind: 'code', text: `${bar(count / all)} ${count}` },
            ] as const)),
      ],
    ),
  };
}

/** `B  stride of two`. */
export function lettered(letter: string, text: Rich): Rich {
  return [{ kind: 'text', text: `${letter}  `, bold: true }, ...text];
}

/** The same card with nothing to press; options stay as a list. */
export function withoutButtons(card: Card): Card {
  const body = card.body.flatMap((node) => (node.kind === 'choices' ? asList(node) : [node]));
  return { ...card, body: body.filter(({ kind }) => kind !== 'actions') };
}

function asList({ options, note }: ChoicesNode): readonly CardNode[] {
  return [
    { kind: 'list', ordered: false, items: options.map(({ letter, text }) => lettered(letter, text)) },
    ...(note === undefined ? [] : [{ kind: 'text', text: note } as const]),
  ];
}
