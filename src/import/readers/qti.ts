import type { Entry } from '../candidate.ts';
import { candidate, refusal } from '../candidate.ts';
import { readWords } from '../text/words.ts';
import type { XmlElement } from '../xml/xml-node.ts';
import { allWithin, childrenOf, htmlOf, textOf } from '../xml/xml-node.ts';
import { normalForm } from './qti-names.ts';
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
  else if (normal.name === 'assessmentitem') yield readItem(normal);
  else
    yield refusal(
      `line ${root.line}`,
      'It only says which other files have questions. Import the whole package, a .zip.',
    );
}

function readItem(item: XmlElement): Entry {
  const title = (item.attributes['title'] ?? '').trim();
  const place = `line ${item.line}${title === '' ? '' : `, “${title.slice(0, 60)}”`}`;
  const [body] = allWithin(item, 'itembody');
  const asking = body === undefined ? [] : interactionsIn(body);
  const [interaction] = asking;
  if (body === undefined || interaction === undefined) return refusal(place, 'It asks nothing.');
  if (asking.length > 1)
    return refusal(place, `It asks ${asking.length} things at once; no single choice can be made of it.`);
  if (interaction.name !== 'choiceinteraction') {
    return refusal(place, `It asks by ${interaction.name}; only choices are read.`);
  }
  const stem = readWords(stemOf(body, interaction), 'html');
  const feedback = allWithin(item, 'modalfeedback');
  const weights = weightsOf(item, interaction.attributes['responseidentifier'] ?? 'RESPONSE');
  const choices = childrenOf(interaction, 'simplechoice').map((choice) => readChoice(choice, weights, feedback));
  const read = byWeight(choices);
  const ids = new Set(choices.map(({ id }) => id));
  const general = feedback.filter(({ attributes }) => !ids.has(attributes['identifier'] ?? ''));
  const explanation = general.map((text) => readWords(htmlOf(text), 'html'));
  return candidate({
    ...{ place, name: title, stem: stem.line, code: stem.code, options: read.options },
    id: item.attributes['identifier'] ?? '',
    explanation: explanation.map(({ markdown }) => markdown).join('\n\n'),
    remarks: [
      ...stem.remarks,
      ...choices.flatMap(({ remarks }) => remarks),
      ...explanation.flatMap(({ remarks }) => remarks),
      ...read.remarks,
    ],
  });
}

function interactionsIn(element: XmlElement): readonly XmlElement[] {
  return childrenOf(element).flatMap((child) => (child.name.endsWith('interaction') ? [child] : interactionsIn(child)));
}

/** The prompt belongs to the question; what is only for graders or after the answer does not. */
function stemOf(body: XmlElement, interaction: XmlElement): string {
  const prompts = childrenOf(interaction, 'prompt').map((prompt) => `<div>${htmlOf(prompt)}</div>`);
  const hidden = (child: XmlElement) =>
    child === interaction || /^(rubricblock|feedbackblock|feedbackinline|modalfeedback)$/.test(child.name);
  return `${htmlOf(body, hidden)}${prompts.join('')}`;
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
  const isFeedback = ({ name }: XmlElement) => name === 'feedbackinline' || name === 'feedbackblock';
  const words = readWords(htmlOf(choice, isFeedback), 'html');
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
