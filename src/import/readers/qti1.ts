import type { Entry } from '../candidate.ts';
import { candidate, refusal } from '../candidate.ts';
import type { Words } from '../text/words.ts';
import { readWords } from '../text/words.ts';
import type { XmlElement } from '../xml/xml-node.ts';
import { allWithin, childOf, childrenOf, htmlOf, textOf } from '../xml/xml-node.ts';
import { wayToAsk } from './qti-names.ts';
import { byWeight } from './weighted.ts';

/** The questions of a QTI 1.2 document in its normal form: items of one assessment, in sections or alone. */
export function* readQti1(root: XmlElement): Generator<Entry> {
  const items = [...itemsOf(root, [])];
  if (items.length === 0) yield refusal('line 1', 'It has no question.');
  for (const { item, titles } of items) yield* readItem(item, titles.join('::'));
}

type Found = { readonly item: XmlElement; readonly titles: readonly string[] };

/** Items with the titles of what they are in. */
function* itemsOf(element: XmlElement, titles: readonly string[]): Generator<Found> {
  for (const child of childrenOf(element)) {
    if (child.name === 'item') yield { item: child, titles };
    else {
      const title = (child.attributes['title'] ?? '').trim();
      yield* itemsOf(child, title === '' ? titles : [...titles, title]);
    }
  }
}

function readItem(item: XmlElement, category: string): readonly Entry[] {
  const title = (item.attributes['title'] ?? '').trim();
  const place = `line ${item.line}${title === '' ? '' : `, “${title.slice(0, 60)}”`}`;
  const presentation = childOf(item, 'presentation');
  const asking = presentation === undefined ? [] : responsesIn(presentation);
  if (presentation === undefined || asking.length === 0) return [refusal(place, 'It asks nothing.')];
  const choices = asking.filter(({ name }) => name === 'response_lid');
  const others = [...new Set(asking.filter(({ name }) => name !== 'response_lid').map(({ name }) => wayToAsk(name)))];
  if (choices.length === 0) return [refusal(place, `It asks ${others.join(' and ')}; only choices are read.`)];
  const left = others.length === 0 ? [] : [`It also asks ${others.join(' and ')}, which is left out.`];
  return choices.map((response, index) => {
    const part = choices.length > 1 ? `${place}, part ${index + 1}` : place;
    if (allWithin(response, 'response_label').length === 0) return refusal(part, 'It has no options to choose from.');
    const read = readResponse(item, presentation, response);
    return candidate({
      ...{ ...read, place: part, name: title, id: item.attributes['ident'] ?? '', category },
      remarks: [...read.remarks, ...left],
    });
  });
}

function readResponse(item: XmlElement, presentation: XmlElement, response: XmlElement) {
  const stem = joined(materialsIn(presentation, response).map(wordsOf));
  const { weights, feedback } = processingOf(item, response.attributes['ident'] ?? '');
  const texts = new Map(
    allWithin(item, 'itemfeedback').map((text) => [
      text.attributes['ident'] ?? '',
      joined(allWithin(text, 'mattext').map(wordsOf)),
    ]),
  );
  const options = allWithin(response, 'response_label').map((choice) => {
    const id = choice.attributes['ident'] ?? '';
    const words = joined(allWithin(choice, 'mattext').map(wordsOf));
    const why = texts.get(feedback.get(id) ?? '');
    return { text: words.line, why: why?.line ?? '', weight: weights.get(id) ?? 0, words };
  });
  const read = byWeight(options);
  const used = new Set(feedback.values());
  const general = [...texts].filter(([id]) => !used.has(id)).map(([, words]) => words);
  return {
    ...{ stem: stem.line, code: stem.code, options: read.options },
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
  };
}

function responsesIn(element: XmlElement): readonly XmlElement[] {
  return childrenOf(element).flatMap((child) => (child.name.startsWith('response_') ? [child] : responsesIn(child)));
}

/** Texts of the question, those of its options left out. */
function materialsIn(element: XmlElement, response: XmlElement): readonly XmlElement[] {
  return childrenOf(element).flatMap((child) => {
    if (child.name === 'mattext') return [child];
    if (child === response) return childrenOf(child, 'material').flatMap((material) => allWithin(material, 'mattext'));
    if (child.name.startsWith('response_')) return [];
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

/**
 * What each option of a response is worth in percent of the most, and which feedback it is given: what the conditions say that name it
 * and not its absence.
 */
function processingOf(item: XmlElement, response: string) {
  const points = new Map<string, number>();
  const feedback = new Map<string, string>();
  for (const condition of allWithin(item, 'respcondition')) {
    const named = chosenIn(childOf(condition, 'conditionvar'), response);
    const gains = childrenOf(condition, 'setvar').map((value) => Number(textOf(value).trim()) || 0);
    const gain = Math.max(0, ...gains);
    const [shown] = childrenOf(condition, 'displayfeedback').map(({ attributes }) => attributes['linkrefid'] ?? '');
    for (const id of named) {
      points.set(id, Math.max(gain, points.get(id) ?? 0));
      if (shown !== undefined && named.length === 1 && shown !== 'correct_fb') feedback.set(id, shown);
    }
  }
  const most = Math.max(0, ...points.values());
  const weights = [...points].map(([id, gain]) => [id, most === 0 ? 0 : Math.round((100 * gain) / most)] as const);
  return { weights: new Map(weights), feedback };
}

function chosenIn(element: XmlElement | undefined, response: string): readonly string[] {
  if (element === undefined) return [];
  return childrenOf(element).flatMap((child) => {
    if (child.name === 'not') return [];
    if (child.name !== 'varequal') return chosenIn(child, response);
    return child.attributes['respident'] === response ? [textOf(child).trim()] : [];
  });
}
