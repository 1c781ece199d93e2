import type { Subject } from '../../core/bank.ts';
import { longestPrefix } from '../../core/cut.ts';
import { levels } from '../../core/question.ts';
import type { SuggestedText } from '../../core/suggestion.ts';
import { longestTyped, longestWord, readSuggestion } from '../../core/suggestion.ts';
import { buttonId } from '../dispatch/button.ts';
import { textField } from '../dispatch/feature.ts';
import type { AskedField, Filled, FormAsked } from '../ports.ts';
import type { Suggestion } from '../store/suggestion.ts';

/** What stands for a suggestion that has no id yet. */
export const newSuggestion = 'new';

/** Most characters of what a form is about. */
const longestAbout = 100;

/** In which somebody writes a question that they suggest, or changes one of theirs. */
export function suggestionAsked({ topics }: Pick<Subject, 'topics'>, own: Suggestion | null): FormAsked {
  return {
    id: buttonId('suggest', 'text', own?.id ?? newSuggestion),
    title: 'Suggest a question',
    about: 'Whoever manages the bot here decides, and you hear what becomes of it.',
    send: 'Suggest it',
    previewed: true,
    fields: [
      ...textFields(topics, own?.text ?? null),
      {
        ...{ kind: 'choice', name: 'name', label: 'Your name in the file of the question' },
        values: [
          { value: 'no', label: 'Leave it out' },
          { value: 'yes', label: 'Name me as its author' },
        ],
        chosen: own?.name == null ? 'no' : 'yes',
      },
    ],
  };
}

/** In which whoever reviews mends a suggestion. */
export function mendingAsked({ topics }: Pick<Subject, 'topics'>, { id, text }: Suggestion): FormAsked {
  return {
    id: buttonId('suggested', 'text', id),
    title: 'Mend the question',
    about: 'Its author keeps the credit, and reads it as you leave it.',
    send: 'Save',
    previewed: true,
    fields: [
      ...textFields(topics, text),
      {
        ...{ kind: 'choice', name: 'level', label: 'How hard it is' },
        values: levels.map((level) => ({ value: level, label: level })),
        chosen: text.level,
      },
    ],
  };
}

/** In which whoever reviews says why it is declined. */
export function wordAsked({ id, text }: Suggestion): FormAsked {
  const { stem } = readSuggestion(text);
  return {
    id: buttonId('suggested', 'word', id),
    title: 'Decline the question',
    about: longestPrefix(stem, (prefix) => prefix.length <= longestAbout) || 'This suggestion',
    send: 'Decline',
    fields: textField('Why, in a line that its author reads', longestWord),
  };
}

function textFields(topics: Subject['topics'], written: SuggestedText | null): readonly AskedField[] {
  const has = (part: 'question' | 'options' | 'why') => (written === null ? {} : { written: written[part] });
  const [only] = topics.length === 1 ? topics : [];
  const chosen = topics.find(({ id }) => id === written?.topic)?.id ?? only?.id;
  return [
    {
      ...{ kind: 'text', name: 'question', label: 'What is asked', most: longestTyped.question, ...has('question') },
      note: 'Code goes between two lines of three back-ticks.',
    },
    {
      ...{ kind: 'text', name: 'options', label: 'Four answers, one a line, the right one first' },
      ...{ most: longestTyped.options, ...has('options') },
      note: 'Two dashes and why it is wrong may follow a wrong one: 3×3 -- that forgets the padding',
    },
    {
      ...{ kind: 'text', name: 'why', label: 'Why the right answer is right' },
      ...{ most: longestTyped.why, ...has('why') },
      note: 'With the https:// address of a page where one can read it.',
    },
    {
      ...{ kind: 'choice', name: 'topic', label: 'Topic' },
      values: topics.map(({ id, title }) => ({ value: id, label: title })),
      ...(chosen === undefined ? {} : { chosen }),
    },
  ];
}

/** What was filled into such a form; the level stays, unless it was asked for. */
export function textOf(filled: Filled, level: SuggestedText['level']): SuggestedText {
  const { question = '', options = '', why = '', topic = '' } = filled;
  return {
    question: question.slice(0, longestTyped.question).trim(),
    options: options.slice(0, longestTyped.options).trim(),
    why: why.slice(0, longestTyped.why).trim(),
    topic: topic.slice(0, longestAbout),
    level: levels.find((each) => each === filled['level']) ?? level,
  };
}
