import type { Entry } from '../candidate.ts';
import { candidate, refusal } from '../candidate.ts';
import { readWords } from '../text/words.ts';
import type { XmlElement } from '../xml/xml-node.ts';
import { allWithin, childrenOf, htmlOf, textOf } from '../xml/xml-node.ts';
import { normalForm, wayToAsk } from './qti-names.ts';
import { readQti1 } from './qti1.ts';
import { byWeight } from './weighted.ts';

/** Whether an element is a root of QTI, of whatever version. */
export function isQti(root: XmlElement): boolean {
  const { name } = normalForm(root);
  return name === 'questestinterop' || name === 'assessmentitem' || isFrame(name);
}

/** What holds no question itself: tests name files, and manifests too. */
function isFrame(name: string): boolean {
  return name === 'assessmenttest' || name === 'assessmentsection' || name === 'manifest';
}

/** The questions of a file in QTI 1.2, 2.x or 3.0. */
export function* readQti(root: XmlElement): Generator<Entry> {
  const normal = normalForm(root);
  if (normal.name === 'questestinterop') yield* readQti1(normal);
  else if (normal.name === 'assessmentitem') yield* readItem(normal);
  else
    yield refusal(
      `line ${root.line}`,
      'It only says which other files have questions. Import the whole package, a .zip.',
    );
}

/** Interactions of which a choice can be made, and how their options are called. */
const optionsOf: Readonly<Record<string, string>> = {
  choiceinteraction: 'simplechoice',
  inlinechoiceinteraction: 'inlinechoice',
};

function readItem(item: XmlElement): readonly Entry[] {
  const title = (item.attributes['title'] ?? '').trim();
  const place = `line ${item.line}${title === '' ? '' : `, “${title.slice(0, 60)}”`}`;
  const [body] = allWithin(item, 'itembody');
  const asking = body === undefined ? [] : interactionsIn(body);
  if (body === undefined || asking.length === 0) return [refusal(place, 'It asks nothing.')];
  if (allWithin(item, 'templatedeclaration').length > 0) {
    return [refusal(place, 'Parts of it are drawn by chance for each person. Write it with fixed ones.')];
  }
  const choices = asking.filter(({ name }) => name in optionsOf);
  const others = [...new Set(asking.filter(({ name }) => !(name in optionsOf)).map(({ name }) => wayToAsk(name)))];
  if (choices.length === 0) return [refusal(place, `It asks ${others.join(' and ')}; only choices are read.`)];
  const left = others.length === 0 ? [] : [`It also asks ${others.join(' and ')}, which is left out.`];
  return choices.map((interaction, index) => {
    const part = choices.length > 1 ? `${place}, part ${index + 1}` : place;
    const asked = { body, interaction, alone: choices.length === 1 };
    const read = readInteraction(item, asked);
    return candidate({
      ...{ ...read, place: part, name: title, id: item.attributes['identifier'] ?? '' },
      remarks: [...read.remarks, ...left],
    });
  });
}

type Asked = {
  readonly body: XmlElement;
  readonly interaction: XmlElement;
  /** Nothing else is asked, so all feedback is about it. */
  readonly alone: boolean;
};

function readInteraction(item: XmlElement, { body, interaction, alone }: Asked) {
  const stem = readWords(htmlOf(body, stemOnly(interaction)), 'html');
  const feedback = allWithin(item, 'modalfeedback');
  // What is shown unless something was chosen says nothing of that choice.
  const ofChoices = alone ? feedback.filter(({ attributes }) => attributes['showhide'] !== 'hide') : [];
  const weights = weightsOf(item, interaction.attributes['responseidentifier'] ?? 'RESPONSE');
  const choices = allWithin(interaction, optionsOf[interaction.name] ?? '').map((choice) =>
    readChoice(choice, weights, ofChoices),
  );
  const read = byWeight(choices);
  const ids = new Set(choices.map(({ id }) => id));
  const general = feedback.filter((text) => !ofChoices.includes(text) || !ids.has(text.attributes['identifier'] ?? ''));
  const explanation = general.map((text) => readWords(htmlOf(text), 'html'));
  return {
    ...{ stem: stem.line, code: stem.code, options: read.options },
    explanation: explanation.map(({ markdown }) => markdown).join('\n\n'),
    remarks: [
      ...stem.remarks,
      ...choices.flatMap(({ remarks }) => remarks),
      ...explanation.flatMap(({ remarks }) => remarks),
      ...read.remarks,
    ],
  };
}

function interactionsIn(element: XmlElement): readonly XmlElement[] {
  return childrenOf(element).flatMap((child) => (child.name.endsWith('interaction') ? [child] : interactionsIn(child)));
}

/**
 * What of the body is the question: its prompt, a gap where the choice stands within the text, and nothing of what else is asked, is
 * only for graders or is said after the answer.
 */
function stemOnly(interaction: XmlElement): (element: XmlElement) => string | null {
  return (element) => {
    if (element === interaction && element.name === 'inlinechoiceinteraction') return '____';
    if (element === interaction) {
      return childrenOf(element, 'prompt')
        .map((prompt) => `<div>${htmlOf(prompt)}</div>`)
        .join('');
    }
    return /interaction$|^(rubricblock|feedbackblock|feedbackinline|modalfeedback)$/.test(element.name) ? '' : null;
  };
}

/** What each choice is worth, by its identifier: what is correct, or what a mapping gives points for. */
function weightsOf(item: XmlElement, response: string): ReadonlyMap<string, number> {
  const declarations = allWithin(item, 'responsedeclaration');
  const declaration = declarations.find(({ attributes }) => attributes['identifier'] === response) ?? declarations[0];
  if (declaration === undefined) return new Map();
  const right = allWithin(declaration, 'correctresponse').flatMap((correct) => allWithin(correct, 'value'));
  const known = right.map((value) => [textOf(value).trim(), 100] as const);
  if (known.length > 0) return new Map(known);
  const entries = allWithin(declaration, 'mapentry').map(
    ({ attributes }) => [attributes['mapkey'] ?? '', Number(attributes['mappedvalue'] ?? 0) || 0] as const,
  );
  const most = Math.max(0, ...entries.map(([, points]) => points));
  return new Map(entries.map(([key, points]) => [key, most === 0 ? 0 : Math.round((100 * points) / most)]));
}

function readChoice(choice: XmlElement, weights: ReadonlyMap<string, number>, feedback: readonly XmlElement[]) {
  const id = choice.attributes['identifier'] ?? '';
  const noFeedback = ({ name }: XmlElement) => (name === 'feedbackinline' || name === 'feedbackblock' ? '' : null);
  const words = readWords(htmlOf(choice, noFeedback), 'html');
  const own = [
    ...[...allWithin(choice, 'feedbackinline'), ...allWithin(choice, 'feedbackblock')],
    ...feedback.filter(({ attributes }) => attributes['identifier'] === id),
  ];
  const why = own.map((text) => readWords(htmlOf(text), 'html'));
  return {
    ...{ id, weight: weights.get(id) ?? 0 },
    text: [words.line, words.code].filter((part) => part !== '').join(' '),
    why: why.map(({ line }) => line).join(' '),
    remarks: [...words.remarks, ...why.flatMap(({ remarks }) => remarks)],
  };
}
