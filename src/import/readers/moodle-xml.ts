import type { Entry } from '../candidate.ts';
import { candidate, option, refusal } from '../candidate.ts';
import type { Markup, Words } from '../text/words.ts';
import { readWords } from '../text/words.ts';
import type { XmlElement } from '../xml/xml-node.ts';
import { childOf, childrenOf, htmlOf, textOf } from '../xml/xml-node.ts';
import type { WeightedOption } from './weighted.ts';
import { accepted, byWeight } from './weighted.ts';

/** Kinds of questions of which no choice can be made, as people call them. */
const otherKinds: Readonly<Record<string, string>> = {
  essay: 'asks for an essay',
  description: 'is a description: it asks nothing',
  matching: 'asks to match pairs',
  cloze: 'is a text with several answers in it',
  multianswer: 'is a text with several answers in it',
  ddwtos: 'asks to drag words into a text',
  ddimageortext: 'asks to drag onto a picture',
  ddmarker: 'asks to drag onto a picture',
  gapselect: 'is a text with several answers in it',
  ordering: 'asks for an order',
  calculated: 'reckons with values that are drawn for each person',
  calculatedsimple: 'reckons with values that are drawn for each person',
  calculatedmulti: 'reckons with values that are drawn for each person',
};

/** The questions of a Moodle XML file, `quiz` and what is in it. */
export function* readMoodleXml(quiz: XmlElement): Generator<Entry> {
  let category = '';
  for (const question of childrenOf(quiz, 'question')) {
    const kind = question.attributes['type'] ?? '';
    if (kind === 'category') category = textOf(childOf(question, 'category')).trim();
    else yield readQuestion(question, kind, category);
  }
}

function readQuestion(question: XmlElement, kind: string, category: string): Entry {
  const name = readWords(textOf(childOf(childOf(question, 'name'), 'text')), 'plain');
  const place = `line ${question.line}${name.line === '' ? '' : `, “${name.line.slice(0, 60)}”`}`;
  const other = otherKinds[kind];
  if (other !== undefined) return refusal(place, `It ${other}; no single choice can be made of it.`);
  const answers = childrenOf(question, 'answer').map(readAnswer);
  const read = optionsOf(kind, answers);
  if (read === null) return refusal(place, `Questions of the kind “${kind.slice(0, 40)}” are not read.`);
  const stem = wordsOf(childOf(question, 'questiontext'));
  if (stem.line === '' && stem.code === '') return refusal(place, 'It has no question.');
  const explanation = wordsOf(childOf(question, 'generalfeedback'));
  const told = [...wordsOfAll(question, 'hint'), ...wordsOfAll(question, 'incorrectfeedback')];
  return candidate({
    ...{ place, stem: stem.line, code: stem.code, name: name.line, category, options: read.options },
    ...{ explanation: explanation.markdown, id: textOf(childOf(question, 'idnumber')).trim() },
    tags: childrenOf(childOf(question, 'tags') ?? question, 'tag').map((tag) => textOf(childOf(tag, 'text')).trim()),
    remarks: [
      ...[stem, explanation, ...answers.map(({ words }) => words)].flatMap(({ remarks }) => remarks),
      ...read.remarks,
      ...(told.length > 0 ? ['Its hints, or its words for a wrong answer, are left out.'] : []),
    ],
  });
}

type Answer = WeightedOption & { readonly words: Words };

function readAnswer(answer: XmlElement): Answer {
  const words = wordsOf(answer);
  const text = [words.line, words.code].filter((part) => part !== '').join(' ');
  const why = wordsOf(childOf(answer, 'feedback'));
  const remarks = [...words.remarks, ...why.remarks];
  return { text, why: why.line, weight: Number(answer.attributes['fraction'] ?? 0) || 0, words: { ...words, remarks } };
}

function optionsOf(kind: string, answers: readonly Answer[]): ReturnType<typeof byWeight> | null {
  if (kind === 'multichoice') return byWeight(answers);
  if (kind === 'truefalse') {
    const named = answers.map((answer) => ({
      ...answer,
      text: answer.text.toLowerCase() === 'true' ? 'True' : 'False',
    }));
    const { options } = byWeight(named);
    return { options, remarks: ['It is true or false. Ask otherwise, or add two options.'] };
  }
  if (kind !== 'shortanswer' && kind !== 'numerical') return null;
  const { options, remarks } = accepted(answers);
  return { options: options.map(({ text, correct, why }) => option(text, correct, why)), remarks };
}

const formats: Readonly<Record<string, Markup>> = { html: 'html', plain_text: 'plain', markdown: 'plain' };

/** The `text` in an element, by its format; Moodle's own format takes tags for HTML. */
function wordsOf(element: XmlElement | undefined): Words {
  const text = childOf(element, 'text');
  if (element === undefined || text === undefined) return readWords('', 'plain');
  const markup = formats[element.attributes['format'] ?? ''] ?? 'mixed';
  // Some programs write tags of HTML between those of XML.
  return childrenOf(text).length > 0 ? readWords(htmlOf(text), 'html') : readWords(textOf(text), markup);
}

function wordsOfAll(question: XmlElement, name: string): readonly Words[] {
  return childrenOf(question, name)
    .map(wordsOf)
    .filter(({ line }) => line !== '');
}
