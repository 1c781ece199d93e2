import type { APIActionRowComponent, APIAllowedMentions, APIButtonComponentWithCustomId, APIEmbed } from 'discord.js';
import { ButtonStyle, ComponentType } from 'discord.js';
import type { Action, Card, Tone } from '../../../core/card.ts';
import { longestPrefix } from '../../../core/cut.ts';
import { escapeText } from './escape.ts';
import { gap, nodeAsMarkdown } from './markdown.ts';

/** The body of a message as sent to Discord (API version 10). */
export type DiscordMessage = {
  readonly embeds: APIEmbed[];
  readonly components: ButtonRow[];
  readonly allowed_mentions: APIAllowedMentions;
  /** The alternative text of the file that is sent with the message. */
  readonly attachments?: Attachment[];
};

/** The id of an uploaded file is its index as text, where the specification has a snowflake. */
type Attachment = { id: string; filename: string; description: string };

type ButtonRow = APIActionRowComponent<APIButtonComponentWithCustomId>;

/**
 * Most rows of a message, and most buttons in a row
 * (https://discord.com/developers/docs/components/reference#action-row).
 */
const rowsInMessage = 5;
const buttonsInRow = 5;

/** The bar at the left of an embed, as 0xRRGGBB. */
const colours: Readonly<Record<Tone, number>> = { neutral: 0x5865f2, good: 0x57f287, bad: 0xed4245, notice: 0xfee75c };

/** File name of a card's picture. */
export const pictureName = 'picture.png';

/**
 * Longest alternative text of an attachment (https://discord.com/developers/docs/resources/message#attachment-object).
 */
const longestDescriptionOfPicture = 1024;

/** White space and zero-width characters, which leave a text looking empty; Discord may reject it. */
const invisible = /^[\s\p{Cf}\p{Cc}\u115f\u1160\u2800\u3164\uffa0]*$/u;

const nothingToShow = '…';

/**
 * Renders a card that was fitted to one of our surfaces as one message. Total, and nothing in it can ping anybody.
 * Discord rejects a message without words, so there is always at least an ellipsis.
 */
export function renderDiscord(card: Card): DiscordMessage {
  const title = visible(escapeText(card.title?.replaceAll('\n', ' ') ?? ''));
  const description = visible(
    card.body
      .map(nodeAsMarkdown)
      .filter((text) => text !== '')
      .join(gap),
  );
  const picture = card.body.find((node) => node.kind === 'picture');
  const image = card.body.find((node) => node.kind === 'image' && URL.canParse(node.url));
  const embed: APIEmbed = {
    color: colours[card.tone ?? 'neutral'],
    ...(title === '' ? {} : { title }),
    ...(title === '' && description === ''
      ? { description: nothingToShow }
      : description === ''
        ? {}
        : { description }),
    ...(picture !== undefined
      ? { image: { url: `attachment://${pictureName}` } }
      : image?.kind === 'image'
        ? { image: { url: image.url } }
        : {}),
  };
  return {
    embeds: [embed],
    components: buttonRows(card),
    allowed_mentions: { parse: [] },
    ...(picture === undefined ? {} : { attachments: [attachment(picture.alt)] }),
  };
}

/** The same message as a replacement for another, whose attachments would stay unless they are listed. */
export function asReplacement(message: DiscordMessage): DiscordMessage {
  return { ...message, attachments: message.attachments ?? [] };
}

function attachment(alt: string): Attachment {
  const description = longestPrefix(alt, (prefix) => prefix.length <= longestDescriptionOfPicture);
  return { id: '0', filename: pictureName, description };
}

/** Groups of buttons get rows of their own as long as there are enough rows. */
function buttonRows(card: Card): ButtonRow[] {
  const groups = card.body.flatMap((node) => (node.kind === 'actions' ? [node.actions] : []));
  const apart = groups.flatMap(inRows);
  return (apart.length <= rowsInMessage ? apart : inRows(groups.flat())).map((actions) => ({
    type: ComponentType.ActionRow,
    components: actions.map(toButton),
  }));
}

function inRows(actions: readonly Action[]): readonly (readonly Action[])[] {
  return Array.from({ length: Math.ceil(actions.length / buttonsInRow) }, (_, row) =>
    actions.slice(row * buttonsInRow, (row + 1) * buttonsInRow),
  );
}

function toButton({ id, label, style }: Action): APIButtonComponentWithCustomId {
  return {
    type: ComponentType.Button,
    style: style === 'primary' ? ButtonStyle.Primary : style === 'danger' ? ButtonStyle.Danger : ButtonStyle.Secondary,
    custom_id: id,
    label: visible(label.replaceAll('\n', ' ')) || nothingToShow,
  };
}

function visible(text: string): string {
  return invisible.test(text) ? '' : text;
}
