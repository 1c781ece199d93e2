import type { Entry } from '../candidate.ts';
import { candidate, refusal } from '../candidate.ts';
import type { Words } from '../text/words.ts';
import { readWords } from '../text/words.ts';
import type { XmlElement } from '../xml/xml-node.ts';
import { allWithin, childOf, childrenOf, htmlOf, textOf } from '../xml/xml-node.ts';
import { byWeight } from './weighted.ts';

/** The questions of a QTI 1.2 document in its normal form: items of one assessment, in sections or alone. */
export function* readQti1(root: XmlElement): Generator<Entry> {
  const items = allWithin(root, 'item');
  if (items.length === 0) yield refusal('line 1', 'It has no question.');
  for (const item of items) yield readItem(item);
}

function readItem(item: XmlElement): Entry {
  const title = (item.attributes['title'] ?? '').trim();
  const place = `line ${item.line}${title === '' ? '' : `, “${title.slice(0, 60)}”`}`;
  const presentation = childOf(item, 'presentation');
  const asking = presentation === undefined ? [] : responsesIn(presentation);
  const [response] = asking;
  const choices = response === undefined ? [] : allWithin(response, 'response_label');
  if (presentation === undefined || response === undefined) return refusal(place, 'It asks nothing.');
  if (asking.length > 1)
    return refusal(place, `It asks ${asking.length} things at once; no single choice can be made of it.`);
  if (response.name !== 'response_lid' || choices.length === 0)
    return refusal(place, 'It has no options to choose from.');
  const stem = joined(materialsIn(presentation, response).map(wordsOf));
  const { weights, feedback } = processingOf(item);
  const texts = new Map(
    allWithin(item, 'itemfeedback').map((text) => [
      text.attributes['ident'] ?? '',
      joined(allWithin(text, 'mattext').map(wordsOf)),
    ]),
  );
  const options = choices.map((choice) => {
    const id = choice.attributes['ident'] ?? '';
    const words = joined(allWithin(choice, 'mattext').map(wordsOf));
    const why = texts.get(feedback.get(id) ?? '');
    return { text: words.line, why: why?.line ?? '', weight: weights.get(id) ?? 0, words };
  });
  const read = byWeight(options);
  const used = new Set(feedback.values());
  const general = [...texts].filter(([id]) => !used.has(id)).map(([, words]) => words);
  return candidate({
    ...{
      place,
      name: title,
      stem: stem.line,
      code: stem.code,
      options: read.options,
      id: item.attributes['ident'] ?? '',
    },
    explanation: general
      .map(({ markdown }) => markdown)
      .filter((text) => text !== '')
      .join('\n\n'),
    remarks: [
      ...stem.remarks,
      ...options.flatMap(({ words }) => words.remarks),
      ...general.flatMap(({ remarks }) => remarks),
      ...read.remarks,
    ],
  });
}

function responsesIn(element: XmlElement): readonly XmlElement[] {
  return childrenOf(element).flatMap((child) => (child.name.startsWith('response_') ? [child] : responsesIn(child)));
}

/** Texts of the question, those of its options left out. */
function materialsIn(element: XmlElement, response: XmlElement): readonly XmlElement[] {
  return childrenOf(element).flatMap((child) => {
    if (child.name === 'mattext') return [child];
    if (child === response) return childrenOf(child, 'material').flatMap((material) => allWithin(material, 'mattext'));
    return materialsIn(child, response);
  });
}

function wordsOf(text: XmlElement): Words {
  const isPlain = text.attributes['texttype'] === 'text/plain' || text.attributes['texttype'] === undefined;
  return childrenOf(text).length > 0
    ? readWords(htmlOf(text), 'html')
    : readWords(textOf(text), isPlain ? 'mixed' : 'html');
}

function joined(words: readonly Words[]): Words {
  const all = (part: (some: Words) => string, between: string) =>
    words
      .map(part)
      .filter((text) => text !== '')
      .join(between);
  return {
    ...{
      line: all(({ line }) => line, ' '),
      lines: all(({ lines }) => lines, '\n'),
      code: all(({ code }) => code, '\n\n'),
    },
    markdown: all(({ markdown }) => markdown, '\n\n'),
    remarks: words.flatMap(({ remarks }) => remarks),
  };
}

/** What each option is worth, and which feedback it is given: what the conditions say that name it and not its absence. */
function processingOf(item: XmlElement) {
  const weights = new Map<string, number>();
  const feedback = new Map<string, string>();
  for (const condition of allWithin(item, 'respcondition')) {
    const named = chosenIn(childOf(condition, 'conditionvar'));
    const points = childrenOf(condition, 'setvar').map((value) => Number(textOf(value).trim()) || 0);
    const isRight = points.some((value) => value > 0);
    const [shown] = childrenOf(condition, 'displayfeedback').map(({ attributes }) => attributes['linkrefid'] ?? '');
    for (const id of named) {
      if (isRight) weights.set(id, 100);
      if (shown !== undefined && named.length === 1 && shown !== 'correct_fb') feedback.set(id, shown);
    }
  }
  return { weights, feedback };
}

function chosenIn(element: XmlElement | undefined): readonly string[] {
  if (element === undefined) return [];
  return childrenOf(element).flatMap((child) => {
    if (child.name === 'not') return [];
    return child.name === 'varequal' ? [textOf(child).trim()] : chosenIn(child);
  });
}
