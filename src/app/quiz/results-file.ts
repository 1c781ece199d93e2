import type { AskedItem } from '../../core/asked-item.ts';
import { itemKey } from '../../core/asked-item.ts';
import type { CardFile } from '../../core/card.ts';
import { asPlainCell, csvText } from '../../core/csv.ts';
import type { AnswerRow } from '../../core/quiz/answer-rows.ts';
import { answerRows } from '../../core/quiz/answer-rows.ts';
import type { QuizState } from '../../core/quiz/state.ts';
import { letterOf } from '../views/item.ts';

const heads = ['player', 'team', 'number', 'item', 'question', 'choice', 'right', 'seconds', 'points'];

/**
 * All answers of a quiz as comma-separated values, a line for each player and question that counts for them. `items`: what was
 * asked, by its hash. No text in it is taken for a formula: people choose their own names.
 */
export function resultsFile(state: QuizState, items: ReadonlyMap<string, AskedItem>): CardFile {
  const rows = answerRows(state).map((row) => toRow(row, state, items));
  const text = csvText([heads, ...rows]);
  return { name: `quiz-${state.id}.csv`, type: 'text/csv', text };
}

function toRow(
  { player, no, answer, right, points }: AnswerRow,
  { questions, teams }: QuizState,
  items: ReadonlyMap<string, AskedItem>,
): readonly (string | number)[] {
  const picked = questions[no];
  const item = items.get(picked?.asked ?? '')?.item;
  const team = teams.find((each) => each.no === player.team?.no)?.name ?? '';
  const chosen =
    answer === null ? '' : (item?.options[picked?.order[answer.choice] ?? -1]?.text ?? letterOf(answer.choice));
  return [
    ...[player.name, team].map(asPlainCell),
    no + 1,
    picked === undefined ? '' : itemKey(picked.question, picked.item),
    ...[item?.stem ?? '', chosen].map(asPlainCell),
    right ? 'yes' : 'no',
    answer === null ? '' : (answer.ms / 1000).toFixed(3),
    points,
  ];
}
