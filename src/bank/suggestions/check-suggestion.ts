import { bareId } from '../../core/bank-name.ts';
import { nearDoublesOf } from '../../core/near-double.ts';
import type { Question } from '../../core/question.ts';
import type {
  CheckedSuggestion,
  ReadSuggestion,
  SuggestedPart,
  SuggestedText,
  SuggestionRemark,
} from '../../core/suggestion.ts';
import { readSuggestion } from '../../core/suggestion.ts';
import { asRead } from '../as-read.ts';
import type { Complaint } from '../complaint.ts';
import type { FrontMatterSchema } from '../front-matter.ts';
import { lintItems } from '../lint.ts';
import type { QuestionFile } from '../question-file.ts';
import { parseQuestionFile } from '../question-file.ts';
import { remarkOn } from '../style.ts';
import { longestOption } from '../tells/longest-option.ts';
import { mostHedged } from '../tells/most-hedged.ts';
import { proseItems } from '../tells/prose-item.ts';
import { questionId } from './question-id.ts';
import { questionText } from './question-text.ts';

/** What a suggestion is held against. */
export type Among = {
  /** The name of the bank, empty for the default one. */
  readonly bank: string;
  readonly questions: readonly Question[];
  /** Of the bank, which knows its topics. */
  readonly schema: FrontMatterSchema;
  /** The questions whose answer somebody gets who asks this one, the nearest first. */
  readonly answering: (question: string) => readonly Pick<Question, 'id' | 'title'>[];
};

/** Stand where something is missing, so that all else can be looked at all the same. */
const missing = { title: 'Is this a question?', source: 'https://example.org/' };

/**
 * Holds a suggestion against the rules of the bank: those of every question file, of style, of what gives a key away, and
 * whether the bank has it already.
 */
export function checkSuggestion(typed: SuggestedText, among: Among): CheckedSuggestion {
  const read = readSuggestion(typed);
  const id = questionId(read.title ?? missing.title, new Set(among.questions.map((question) => bareId(question.id))));
  const about = { id, topic: typed.topic, level: typed.level };
  const { title = missing.title, source = missing.source } = withoutNull(read);
  const text = questionText(read, { ...about, title, source });
  const path = `${typed.topic}/${id}.md`;
  const parsed = parseQuestionFile(path, text, among.schema);
  const faults = 'question' in parsed ? lintItems(parsed) : parsed;
  const own = [...lacks(read, typed.topic), ...('question' in parsed ? doubles(parsed.question, among.questions) : [])];
  const told = faults.flatMap((fault) => toRemark(fault, read, true));
  const stopping = [...own, ...(own.length + told.length > 0 ? told : faults.map(unplaced))];
  const advice =
    'question' in parsed
      ? [...remarkOn(parsed).flatMap((each) => toRemark(each, read, false)), ...tells(parsed), ...unexplained(read)]
      : [];
  const isStopped = stopping.length > 0 || !('question' in parsed);
  return {
    remarks: [...stopping, ...advice],
    alike: 'question' in parsed && read.title !== null ? alikeTo(parsed.question, among) : [],
    question: isStopped ? null : parsed.question,
    file: isStopped ? null : { path, text, bank: among.bank },
  };
}

function withoutNull({ title, source }: ReadSuggestion): { readonly title?: string; readonly source?: string } {
  return { ...(title === null ? {} : { title }), ...(source === null ? {} : { source }) };
}

/** What the form of a file cannot say of a suggestion. */
function lacks(
  { stem, code, title, options, why, source }: ReadSuggestion,
  topic: string,
): readonly SuggestionRemark[] {
  const stop = (part: SuggestedPart, says: string): SuggestionRemark => ({ part, says, stops: true });
  return [
    ...(stem === ''
      ? [stop('question', code === null ? 'Write what is asked.' : 'Write what is asked about the code.')]
      : []),
    ...(stem !== '' && title === null
      ? [
          stop(
            'question',
            'End it with a question of at most 100 characters, with a question mark: it becomes the title.',
          ),
        ]
      : []),
    ...(options.length === 4
      ? []
      : [
          stop(
            'options',
            `There ${options.length === 1 ? 'is 1 answer' : `are ${options.length} answers`}. Write four, a line each.`,
          ),
        ]),
    ...(topic === '' ? [stop('topic', 'Choose one.')] : []),
    ...(why === '' ? [stop('why', 'Say why the right answer is right.')] : []),
    ...(source === null ? [stop('why', 'Add the https:// address of a page where one can read it.')] : []),
  ];
}

function doubles({ title }: Question, questions: readonly Question[]): readonly SuggestionRemark[] {
  const isThere = questions.some((other) => asRead(other.title) === asRead(title));
  return isThere
    ? [{ part: 'question', says: 'The bank has a question of that very title. Ask it in another way.', stops: true }]
    : [];
}

/** Options by which somebody who knows nothing would guess the right one. */
function tells(file: QuestionFile): readonly SuggestionRemark[] {
  const items = proseItems([file]);
  return [
    {
      strategy: longestOption,
      says: 'The right answer is the longest, which is what people guess. Lengthen a wrong one.',
    },
    {
      strategy: mostHedged,
      says: 'Only the right answer is qualified (“usually”, “may” …), which is what people guess. Qualify a wrong one, too.',
    },
  ].flatMap(({ strategy, says }): SuggestionRemark[] => {
    const [places] = strategy(items);
    return places?.[0] === items[0]?.key && places !== null && places !== undefined
      ? [{ part: 'options', says, stops: false }]
      : [];
  });
}

function unexplained({ options }: ReadSuggestion): readonly SuggestionRemark[] {
  const some = options.filter(({ correct, why }) => !correct && why === null);
  if (some.length === 0) return [];
  return [
    {
      part: 'options',
      says: 'Whoever chooses a wrong answer learns from why it is wrong: write that behind it, after two dashes ( -- ).',
      stops: false,
    },
  ];
}

function alikeTo(question: Question, { questions, answering }: Among): CheckedSuggestion['alike'] {
  const nearIds = nearDoublesOf(question, questions).map((key) => key.split('#', 1)[0] ?? '');
  const found = [...questions.filter(({ id }) => nearIds.includes(id)), ...answering(question.title)];
  const ids = [...new Set(found.map(({ id }) => id))];
  return ids.map((id) => ({ id, title: found.find((each) => each.id === id)?.title ?? id }));
}

/** What a complaint about the file says of what was typed; nothing where that says it itself, or nobody could mend it. */
function toRemark(
  { field, problem, cure }: Complaint,
  read: ReadSuggestion,
  stops: boolean,
): readonly SuggestionRemark[] {
  const told = placeOf(field, read);
  return told === null ? [] : [{ part: told.part, says: `${told.named}${problem} ${cure}`, stops }];
}

/** What no field of the form is to blame for. */
function unplaced({ problem, cure }: Complaint): SuggestionRemark {
  return { part: 'question', says: `${problem} ${cure}`, stops: true };
}

function placeOf(field: string, read: ReadSuggestion): { readonly part: SuggestedPart; readonly named: string } | null {
  const [first, , inner, place, what] = field.split('.');
  if (first === 'topic') return { part: 'topic', named: '' };
  if (first === 'references') return { part: 'why', named: 'The address: ' };
  if (first !== 'items' || inner === 'id') return null;
  if (inner === 'stem') return read.stem === '' ? null : { part: 'question', named: '' };
  if (inner === 'code') return { part: 'question', named: 'The code: ' };
  if (place === undefined) return read.options.length === 4 ? { part: 'options', named: '' } : null;
  const option = read.options[Number(place)];
  const name = `Answer ${Number(place) + 1}: `;
  if (what === 'text') return { part: 'options', named: name };
  if (option?.correct === true) return read.why === '' ? null : { part: 'why', named: '' };
  return { part: 'options', named: `Why answer ${Number(place) + 1} is wrong: ` };
}
