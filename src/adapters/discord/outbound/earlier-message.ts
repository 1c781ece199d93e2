import type { APIMessage } from 'discord.js';
import type { DiscordMessage } from '../cards/render.ts';

type Looked = Pick<APIMessage, 'author' | 'nonce' | 'embeds' | 'components'>;

/**
 * True if a message of the channel is the one that an earlier attempt may have sent: written by us (`self`), and with
 * the same nonce; or, since Discord does not keep nonces, with the same title and buttons, or the same words if there
 * are no buttons. Times are ignored, because they may be relative to the sending.
 */
export function isSameMessage(found: Looked, sent: DiscordMessage, nonce: string, self: string): boolean {
  if (found.author.id !== self) return false;
  if (found.nonce !== undefined) return String(found.nonce) === nonce;
  const [embed] = sent.embeds;
  const [other] = found.embeds;
  if (words(embed?.title) !== words(other?.title)) return false;
  const ids = buttonIds(sent.components);
  if (ids.join('\n') !== buttonIds(found.components ?? []).join('\n')) return false;
  return ids.length > 0 || words(embed?.description) === words(other?.description);
}

/** Discord trims white space at both ends, and may change it within. */
function words(text: string | undefined): string {
  return (text ?? '')
    .replace(/<t:-?\d+/g, '<t')
    .replace(/\s+/g, ' ')
    .trim();
}

function buttonIds(rows: readonly object[]): readonly string[] {
  return rows.flatMap((row) => {
    const buttons: unknown = 'components' in row ? row.components : [];
    return Array.isArray(buttons) ? buttons.flatMap(customId) : [];
  });
}

function customId(button: unknown): readonly string[] {
  return typeof button === 'object' && button !== null && 'custom_id' in button ? [String(button.custom_id)] : [];
}
