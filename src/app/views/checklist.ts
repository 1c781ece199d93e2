import type { Action, CardNode, Rich } from '../../core/card.ts';
import { excerptOf } from '../../core/excerpt.ts';
import { inlineCode } from '../../core/inline-code.ts';
import type { Question } from '../../core/question.ts';

/** The points of a question, with which of them are ticked, by their places. */
export type Checklist = { readonly points: readonly string[]; readonly ticked: readonly number[] };

/**
 * A question, the points, and a button for each; `action` gives its id by the point's place and what it shall be, 1 for ticked: so a
 * press which arrives twice changes nothing the second time.
 */
export function checklistNodes(
  question: string,
  { points, ticked }: Checklist,
  action: (place: number, isTicked: 0 | 1) => string,
): readonly CardNode[] {
  const words = `${question} Press its number; press again to take it back.`;
  return [
    { kind: 'text', text: [{ kind: 'text', text: words, bold: true }] },
    { kind: 'list', ordered: true, items: points.map((point, place) => pointLine(point, ticked.includes(place))) },
    {
      kind: 'actions',
      actions: points.map((_, place): Action => {
        const isTicked = ticked.includes(place);
        return {
          id: action(place, isTicked ? 0 : 1),
          label: `${place + 1}${isTicked ? ' ✓' : ''}`,
          ...(isTicked ? { style: 'primary' } : {}),
        };
      }),
    },
  ];
}

/** The answer of the bank beside a checklist, shortened where it is long. */
export function bodyOf({ body }: Question): readonly CardNode[] {
  return excerptOf(body) ?? body;
}

function pointLine(point: string, isTicked: boolean): Rich {
  return isTicked ? [{ kind: 'text', text: '✓ ', bold: true }, ...inlineCode(point)] : inlineCode(point);
}
