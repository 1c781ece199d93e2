import { readHtml } from './html-reader.ts';
import type { ReadItem } from './read-item.ts';
import type { Element } from './xml-reader.ts';
import { at, below, readXml, textOf } from './xml-reader.ts';

/** Reads Moodle XML as Moodle's importer does (question/format/xml): texts are trimmed, HTML says that it is. */
export function readMoodleXml(text: string): {
  readonly categories: readonly string[];
  readonly items: readonly ReadItem[];
} {
  const questions = below(readXml(text), 'question');
  const ofType = (type: string) => questions.filter(({ attributes }) => attributes['type'] === type);
  return {
    categories: ofType('category').map((question) => textOf(at(question, 'category', 'text'))),
    items: ofType('multichoice').map(readQuestion),
  };
}

function readQuestion(question: Element): ReadItem {
  if (textOf(at(question, 'single')) !== 'true') throw new Error('More than one option can be chosen.');
  const { text: stem, code } = htmlOf(at(question, 'questiontext'));
  return {
    key: textOf(at(question, 'idnumber')),
    level: textOf(at(question, 'tags', 'tag', 'text')),
    title: textOf(at(question, 'name', 'text')).trim(),
    stem,
    ...(code === undefined ? {} : { code }),
    options: below(question, 'answer').map((answer) => ({
      text: htmlOf(answer).text,
      correct: answer.attributes['fraction'] === '100',
      why: htmlOf(at(answer, 'feedback')).text,
    })),
  };
}

function htmlOf(element: Element) {
  if (element.attributes['format'] !== 'html') throw new Error(`${element.name} is no HTML.`);
  return readHtml(textOf(at(element, 'text')).trim());
}
