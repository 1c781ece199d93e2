import type { AskedItem } from '../asked-item.ts';
import { itemKey } from '../asked-item.ts';
import type { Subject } from '../bank.ts';
import { htmlCode, htmlText } from '../html-text.ts';
import { byText } from '../option-order.ts';
import type { Option } from '../question.ts';
import type { AnkiNote } from './anki-text.ts';

/** One item that somebody answered, and whether they were ever wrong. */
export type AnsweredItem = { readonly asked: AskedItem; readonly missed: boolean };

/**
 * An item as a note: the question with its options on the front, on the back which is right, and why. The options are sorted
 * by their text, so that their letters stay the same from file to file and tell nothing.
 */
export function ankiNote({ asked: { question, item }, missed }: AnsweredItem, { command }: Subject): AnkiNote {
  const options = byText(item.options);
  const right = options.findIndex(({ correct }) => correct);
  const code = item.code === undefined ? '' : withBreaks(htmlCode(item.code));
  const list = options.map((option, place) => `<div>${letterOf(place)}. ${toHtml(option.text)}</div>`).join('');
  return {
    guid: `${command}:${itemKey(question.id, item.id)}`,
    front: `<div>${toHtml(item.stem)}</div>${code}<br>${list}`,
    back: backOf(options[right], right, question.title),
    tags: [command, `${command}::${question.topic}`, `${command}::${question.level}`, ...missedTag(command, missed)],
  };
}

function backOf(option: Option | undefined, place: number, title: string): string {
  if (option === undefined) return toHtml(title);
  const lines = [`<b>${letterOf(place)}. ${toHtml(option.text)}</b>`, toHtml(option.why), `<i>${toHtml(title)}</i>`];
  return lines.filter((line) => line !== '').join('<br><br>');
}

function missedTag(command: string, missed: boolean): readonly string[] {
  return missed ? [`${command}::missed`] : [];
}

function letterOf(place: number): string {
  return 'ABCD'[place] ?? '?';
}

function toHtml(text: string): string {
  return withBreaks(htmlText(text));
}

/** Line ends as Anki writes them. */
function withBreaks(html: string): string {
  return html.replaceAll('\n', '<br>');
}
