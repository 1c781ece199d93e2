import type { AskedItem } from '../core/asked-item.ts';
import { itemKey } from '../core/asked-item.ts';
import type { Subject } from '../core/bank.ts';
import { topicTitle } from '../core/bank.ts';
import { htmlCode, htmlText } from '../core/html-text.ts';
import { categoryOf } from './moodle-category.ts';
import type { Xml } from './xml.ts';
import { block, cdata, document, element, text } from './xml.ts';

/**
 * Items as Moodle XML (https://docs.moodle.org/en/Moodle_XML_format): a category for each topic, and for each item the
 * question's title as its name, its key as its id number, its level as a tag, and why as the feedback of each option.
 */
export function moodleXml(items: readonly AskedItem[], subject: Subject): string {
  const byTopic = Map.groupBy(items, ({ question }) => question.topic);
  const questions = [...byTopic].flatMap(([topic, own]) => [
    category(categoryOf(subject, topicTitle(subject, topic))),
    ...own.map(multipleChoice),
  ]);
  return document(block('quiz', {}, ...questions));
}

function category(path: string): Xml {
  return block('question', { type: 'category' }, element('category', {}, element('text', {}, text(path))));
}

function multipleChoice({ question, item }: AskedItem): Xml {
  const code = item.code === undefined ? '' : htmlCode(item.code);
  return block(
    'question',
    { type: 'multichoice' },
    element('name', {}, element('text', {}, text(question.title))),
    html('questiontext', `<p>${htmlText(item.stem)}</p>${code}`),
    element('idnumber', {}, text(itemKey(question.id, item.id))),
    element('single', {}, text('true')),
    element('shuffleanswers', {}, text('true')),
    element('answernumbering', {}, text('ABCD')),
    ...item.options.map(({ text: option, correct, why }) =>
      block(
        'answer',
        { fraction: correct ? '100' : '0', format: 'html' },
        element('text', {}, cdata(htmlText(option))),
        html('feedback', htmlText(why)),
      ),
    ),
    element('tags', {}, element('tag', {}, element('text', {}, text(question.level)))),
  );
}

function html(name: string, content: string): Xml {
  return element(name, { format: 'html' }, element('text', {}, cdata(content)));
}
