import type { Subject } from '../../core/bank.ts';
import { topicTitle } from '../../core/bank.ts';
import type { CardNode } from '../../core/card.ts';
import { muted, paragraph, rich } from '../../core/card.ts';
import { longestPrefix } from '../../core/cut.ts';
import { inlineCode } from '../../core/inline-code.ts';
import { orderOf } from '../../core/permutation.ts';
import type { Question } from '../../core/question.ts';
import type { CheckedSuggestion, SuggestedPart, SuggestionRemark } from '../../core/suggestion.ts';
import { readSuggestion } from '../../core/suggestion.ts';
import type { Suggestion } from '../store/suggestion.ts';
import { questionAction } from './answer.ts';
import { itemNodes, optionLine, optionList, rightPlace } from './item.ts';

/** So many questions that may be the same are shown. */
const alikeShown = 3;

/** So many remarks of one kind are shown at once: enough to begin with. */
const remarksShown = 6;

/** Most characters of a suggestion where it is only named. */
const longestName = 60;

const parts: Readonly<Record<SuggestedPart, string>> = {
  question: 'Question',
  options: 'Answers',
  why: 'Why',
  topic: 'Topic',
};

/** A suggestion as a question of the bank is asked and explained, with its letters in an order of its own. */
export function exampleNodes(
  { id }: Pick<Suggestion, 'id'>,
  question: Question,
  subject: Subject,
): readonly CardNode[] {
  const [item] = question.items;
  if (item === undefined) return [];
  const order = orderOf([...id].reduce((sum, letter) => sum + letter.charCodeAt(0), 0));
  const right = rightPlace(item, order);
  const [source] = question.references;
  return [
    ...itemNodes(item),
    optionList(item, order),
    paragraph('The right answer is ', ...optionLine(item, order, right)),
    { kind: 'text', text: inlineCode(item.options.find(({ correct }) => correct)?.why ?? '') },
    muted(
      `${topicTitle(subject, question.topic)} · ${question.level}`,
      ...(source === undefined ? [] : [' · ', { kind: 'link', text: source.title, url: source.url } as const]),
    ),
  ];
}

/** What the rules of the bank say: what stops it, and what would make it better. */
export function remarkNodes(remarks: readonly SuggestionRemark[], stops: boolean): readonly CardNode[] {
  const all = remarks.filter((remark) => remark.stops === stops);
  if (all.length === 0) return [];
  const some = all.slice(0, remarksShown);
  return [
    paragraph(stops ? 'Before it can be a question of the bank:' : 'It would be better still:'),
    {
      kind: 'list',
      ordered: false,
      items: some.map(({ part, says }) => [
        { kind: 'text', text: `${parts[part]}: `, bold: true },
        ...inlineCode(says),
      ]),
    },
    ...(all.length > some.length ? [muted(`And ${all.length - some.length} more, once these are mended.`)] : []),
  ];
}

/** The questions of the bank that may be the same, to be opened. */
export function alikeNodes({ alike }: Pick<CheckedSuggestion, 'alike'>): readonly CardNode[] {
  if (alike.length === 0) return [];
  const shown = alike.slice(0, alikeShown);
  return [
    paragraph(shown.length === 1 ? 'The bank has a question near it:' : 'The bank has questions near it:'),
    { kind: 'actions', actions: shown.map((question) => questionAction('show', question)) },
  ];
}

/** A suggestion by the beginning of what it asks, on one line. */
export function nameOf({ text }: Pick<Suggestion, 'text'>, most = longestName): string {
  const { stem } = readSuggestion(text);
  const cut = longestPrefix(stem, (prefix) => prefix.length < most).trim();
  return stem === '' ? 'Without a question' : cut.length < stem.length ? `${cut}…` : cut;
}

/** The same in quotation marks. */
export function quoted(suggestion: Pick<Suggestion, 'text'>) {
  return [...rich('“'), ...inlineCode(nameOf(suggestion)), ...rich('”')];
}
