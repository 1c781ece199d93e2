import { groupMention } from './user-group.ts';

/** Unicode code points, the unit of Slack's limits. */
export function codePoints(text: string): number {
  let count = text.length;
  for (let index = 0; index < text.length - 1; index += 1) {
    if ((text.charCodeAt(index) & 0xfc00) === 0xd800 && (text.charCodeAt(index + 1) & 0xfc00) === 0xdc00) count -= 1;
  }
  return count;
}

/**
 * Text escaped for Slack's markup (mrkdwn and the top-level `text`): the three characters that start mentions, links
 * and entities, `&` first. https://docs.slack.dev/messaging/formatting-message-text
 */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/**
 * Recovers what a person typed from Slack's encoding: mentions and links become their visible words, entities the
 * characters that they stand for. In a single pass, so that a typed `&amp;lt;` stays `&lt;`. `groups`: mentions of user
 * groups stay as Slack writes them, with the id by which a group can be called.
 */
export function unescapeText(text: string, groups: 'as-words' | 'as-mentions' = 'as-words'): string {
  return text
    .replace(/<((?:[@#!]|[a-z][a-z+.-]*:)[^<>\s|]+(?:\|[^<>\n]*)?)>/g, (mention: string, wrapped: string) =>
      groups === 'as-mentions' && groupMention.test(mention) ? mention : visibleWords(wrapped),
    )
    .replace(/&(amp|lt|gt);/g, (_, name: 'amp' | 'lt' | 'gt') => entities[name]);
}

const entities = { amp: '&', lt: '<', gt: '>' } as const;

function visibleWords(wrapped: string): string {
  const bar = wrapped.indexOf('|');
  const target = bar < 0 ? wrapped : wrapped.slice(0, bar);
  const label = bar < 0 ? '' : wrapped.slice(bar + 1);
  const sigil = target.charAt(0);
  if (sigil === '!') return `@${label === '' ? target.slice(1) : label.replace(/^@/, '')}`;
  if (sigil === '@' || sigil === '#') return sigil + (label === '' ? target.slice(1) : label);
  return label === '' ? target.replace(/^mailto:/, '') : label;
}

/** Converts Slack's timestamp (seconds with six decimals, as text) to UTC ms; null if it is invalid. */
export function instantOf(stamp: string | number | undefined): number | null {
  const seconds = Number(stamp);
  return stamp !== undefined && stamp !== '' && Number.isFinite(seconds) ? Math.floor(seconds * 1000 + 0.001) : null;
}

/** The message without mentions of one person, and without a comma or colon after the first. */
export function withoutMention(text: string, user: string | undefined): string {
  if (user === undefined) return text;
  const mention = new RegExp(`<@${user}(?:\\|[^<>\\n]*)?>`, 'g');
  return text
    .replace(mention, ' ')
    .replace(/^\s*[,:]?\s+/, '')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** One or more emoji in Slack's notation: `:wave:`, `:wave::skin-tone-3:`, `:+1:`. */
const emoji = /(?:^|\s+|(?<=[(),.;?!]))(?::[\p{Ll}\p{Lo}\p{N}_+'-]+:)+(?=$|[\s),.;?!])/gu;

/**
 * A text without its emoji, which are words only to a machine. Only those that stand alone are removed, and none
 * between back-ticks: a slice (`x[a:b:c]`), a time and `cuda:0` contain colons too.
 */
export function withoutEmoji(text: string): string {
  if (!text.includes(':')) return text;
  return text
    .split(/(`[^`]*`)/)
    .map((part) => (part.startsWith('`') ? part : part.replace(emoji, '')))
    .join('')
    .trim();
}
