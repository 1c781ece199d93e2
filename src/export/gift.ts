import type { AskedItem } from '../core/asked-item.ts';
import { itemKey } from '../core/asked-item.ts';
import type { Subject } from '../core/bank.ts';
import { topicTitle } from '../core/bank.ts';
import { htmlCode, htmlText } from '../core/html-text.ts';
import { categoryOf } from './moodle-category.ts';

/**
 * Items as Moodle's GIFT (https://docs.moodle.org/en/GIFT_format): a category for each topic, and for each item the question's
 * title as its name, its key as its id number, its level as a tag, and why behind each option. All texts are HTML, since line
 * ends collapse in the other formats; each says so itself, or one that begins with `[plain]` or `%50%` would lose that.
 */
export function giftText(items: readonly AskedItem[], subject: Subject): string {
  const byTopic = Map.groupBy(items, ({ question }) => question.topic);
  const parts = [...byTopic].flatMap(([topic, own]) => [
    `$CATEGORY: ${categoryOf(subject, topicTitle(subject, topic))}`,
    ...own.map(giftQuestion),
  ]);
  return parts.map((part) => `${part}\n\n`).join('');
}

function giftQuestion({ question, item }: AskedItem): string {
  const code = item.code === undefined ? '' : htmlCode(item.code);
  return [
    `// [id:${itemKey(question.id, item.id)}] [tag:${question.level}]`,
    `::${escaped(question.title)}::${html(`<p>${htmlText(item.stem)}</p>${code}`)}{`,
    ...item.options.map(({ text, correct, why }) => {
      const feedback = why === '' ? '' : `#${html(htmlText(why))}`;
      return `\t${correct ? '=' : '~'}${html(htmlText(text))}${feedback}`;
    }),
    '}',
  ].join('\n');
}

function html(text: string): string {
  return `[html]${escaped(text)}`;
}

/** What means something in GIFT is escaped, line ends among them: a blank line would end the question. */
function escaped(text: string): string {
  return text.replaceAll(/[\\~=#{}:]/g, String.raw`\$&`).replaceAll('\n', String.raw`\n`);
}
