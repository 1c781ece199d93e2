import type { RichTextBlock, RichTextElement, RichTextList, RichTextSection } from '@slack/types';
import type {
  ChannelSpan,
  CodeNode,
  FieldsNode,
  GroupSpan,
  ListNode,
  PersonSpan,
  Rich,
  Span,
  TextNode,
} from '../../../core/card.ts';
import { dateElement } from './date-element.ts';
import { namelessId } from './nameless.ts';
import { groupIdOf } from './user-group.ts';

/** The nodes that become rich text: it has no markup, so nothing in it can ping anybody or add formatting. */
export type RichNode = TextNode | ListNode | CodeNode | FieldsNode;

/** https://docs.slack.dev/reference/block-kit/block-elements/rich-text-list-element has `offset`; the types lack it. */
type OffsetList = RichTextList & { offset?: number };

/**
 * Adjacent nodes as one block: a blank line between paragraphs and after a list; code has its own box. `now` (UTC ms)
 * is when it is sent.
 */
export function richTextBlock(nodes: readonly RichNode[], now: number): RichTextBlock {
  const elements: RichTextBlock['elements'] = [];
  for (const node of nodes) {
    const previous = elements.at(-1);
    switch (node.kind) {
      case 'list':
        elements.push(listElement(node, now));
        break;
      case 'code':
        elements.push({ type: 'rich_text_preformatted', elements: [{ type: 'text', text: node.code }] });
        break;
      default: {
        const words = node.kind === 'text' ? spanElements(node.text, now) : fieldElements(node, now);
        if (previous?.type === 'rich_text_section') previous.elements.push(blank('\n\n'), ...words);
        else if (previous?.type === 'rich_text_list') elements.push(section([blank('\n'), ...words]));
        else elements.push(section(words));
      }
    }
  }
  return { type: 'rich_text', elements };
}

/** Rich text as one section, for a table's cell or a list's item. */
export function richTextSection(text: Rich, now: number): RichTextSection {
  return section(spanElements(text, now));
}

function listElement({ ordered, start = 1, items }: ListNode, now: number): OffsetList {
  return {
    type: 'rich_text_list',
    style: ordered ? 'ordered' : 'bullet',
    ...(ordered && start > 1 ? { offset: start - 1 } : {}),
    elements: items.map((item) => richTextSection(item, now)),
  };
}

function fieldElements({ fields }: FieldsNode, now: number): RichTextElement[] {
  return fields.flatMap(({ name, value }, index): RichTextElement[] => [
    ...(index > 0 ? [blank('\n')] : []),
    { type: 'text', text: `${name}: `, style: { bold: true } },
    ...spanElements(value, now),
  ]);
}

function spanElements(text: Rich, now: number): RichTextElement[] {
  return text.map((span) => spanElement(span, now));
}

function spanElement(span: Span, now: number): RichTextElement {
  switch (span.kind) {
    case 'code':
      return { type: 'text', text: span.text, style: { code: true } };
    case 'link':
      return { type: 'link', text: span.text, url: span.url };
    case 'time':
      return dateElement(span, now);
    case 'person':
      return person(span);
    case 'channel':
      return channelElement(span);
    case 'group':
      return groupElement(span);
    case 'command':
      return { type: 'text', text: span.text, style: { code: true } };
    case 'text': {
      const { text, kind: _, ...style } = span;
      return Object.keys(style).length === 0 ? { type: 'text', text } : { type: 'text', text, style };
    }
  }
}

/** A link to the channel, as Slack names it to each reader; a conversation with one person has none. */
function channelElement({ channel, text }: ChannelSpan): RichTextElement {
  const id = /(?:^|:)([CG][A-Z0-9]{1,30})$/.exec(channel)?.[1];
  return id === undefined ? { type: 'text', text } : { type: 'channel', channel_id: id };
}

function groupElement({ group, text }: GroupSpan): RichTextElement {
  const id = groupIdOf(group);
  return id === null ? { type: 'text', text } : { type: 'usergroup', usergroup_id: id };
}

/**
 * People are shown by name, since a mention in a post notifies them, each time that standings are posted. Where no name is
 * known a mention still shows one: that of the person who has just done something themselves.
 */
function person(span: PersonSpan): RichTextElement {
  const id = namelessId(span);
  return id === null ? { type: 'text', text: span.text } : { type: 'user', user_id: id };
}

function section(elements: RichTextElement[]): RichTextSection {
  return { type: 'rich_text_section', elements };
}

function blank(text: string): RichTextElement {
  return { type: 'text', text };
}
