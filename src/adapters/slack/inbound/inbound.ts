import type { BlockAction, BlockElementAction, MessageShortcut, SlashCommand, ViewSubmitAction } from '@slack/bolt';
import type { Inbound } from '../../../app/ports.ts';
import type { NamedTopic } from '../../../core/bank.ts';
import { contentDigest } from '../../../ops/digest.ts';
import { instantOf, withoutMention } from '../cards/slack-text.ts';
import { filledIn } from '../reply/asked-form.ts';
import type { FormOrigin } from '../reply/form-origin.ts';
import type { ToCaller } from './caller.ts';
import type { EventEnvelope } from './event-envelope.ts';
import { eventInstant, teamOf } from './event-envelope.ts';
import { readCommand, typedWords } from './spoken-command.ts';

/** The topics by which commands are parsed in a channel, by its key. */
export type TopicsIn = (channel: string) => readonly NamedTopic[];

/**
 * A slash command of any name: another app may own the bank's, so a workspace can rename it. It has no timestamp of
 * Slack's: `received` is when it arrived here, UTC ms.
 */
export function inboundFromCommand(
  command: SlashCommand,
  topicsIn: TopicsIn,
  toCaller: ToCaller,
  received: number,
): Inbound {
  const { team_id: team, enterprise_id: enterprise, channel_id: channel, user_id: user, user_name: name } = command;
  const caller = toCaller({ team: team ?? enterprise, channel, user, name });
  return {
    kind: 'command',
    command: readCommand(command.text ?? '', topicsIn(caller.channel)),
    caller,
    event: `slack:${command.trigger_id}`,
    at: received,
  };
}

/** Where a button is: under a message, which may be visible to one person only, or on a page of the app. */
type Container = {
  readonly message_ts?: string;
  readonly thread_ts?: string;
  readonly view_id?: string;
  readonly is_ephemeral?: boolean;
};

/** A pressed button. The value is the button's id; other elements, which this bot never sends, give their own id. */
export function inboundFromPress(
  body: BlockAction,
  action: BlockElementAction,
  toCaller: ToCaller,
  received: number,
): Inbound {
  const { user } = body;
  const team = body.team?.id ?? user.team_id ?? body.enterprise?.id;
  const value = action.type === 'button' ? action.value : undefined;
  return {
    kind: 'press',
    id: value ?? action.action_id,
    ...placeOf(body, { id: user.id, team, name: user.name ?? user.username }, toCaller),
    event: `slack:${body.trigger_id ?? `${user.id}:${action.action_ts}`}`,
    at: instantOf(action.action_ts) ?? received,
  };
}

/** A form that was asked for, by the press that led to it; it has no timestamp of Slack's. */
export function inboundFromForm(
  { view, user, team, trigger_id: trigger }: ViewSubmitAction,
  origin: FormOrigin,
  toCaller: ToCaller,
  received: number,
): Inbound {
  return {
    kind: 'form',
    id: view.callback_id,
    filled: filledIn(view.state.values),
    ...placeOf(origin, { id: user.id, team: team?.id ?? user.team_id, name: user.name }, toCaller),
    event: `slack:${trigger ?? view.id}`,
    at: received,
  };
}

function placeOf(
  { container, channel }: Pick<FormOrigin, 'container'> & { readonly channel?: { readonly id: string } | undefined },
  { id, team, name }: { readonly id: string; readonly team: string | undefined; readonly name: string | undefined },
  toCaller: ToCaller,
) {
  const { message_ts: stamp, thread_ts: root, view_id: view, is_ephemeral: isPrivate } = container as Container;
  // A message with a thread under it gives itself as the thread: who presses there is in the channel.
  const inThread = root !== undefined && root !== stamp;
  const caller = toCaller({ team, channel: channel?.id, user: id, name, inThread });
  return {
    caller,
    // Records of a press outlive a person's request to be forgotten, so they do not name the person.
    message: `${caller.channel}:${isPrivate ? `${contentDigest(id)}:` : ''}${stamp ?? view ?? '-'}`,
  };
}

/** The shortcut “Look this up”: whatever the message says is a question, never a sub-command. */
export function inboundFromShortcut(shortcut: MessageShortcut, toCaller: ToCaller, received: number): Inbound {
  const { team, channel, user, message } = shortcut;
  const name = user.name ?? user.username;
  return {
    kind: 'command',
    command: { kind: 'ask', query: typedWords(message.text ?? '').trim() },
    caller: toCaller({ team: team?.id ?? user.team_id, channel: channel.id, user: user.id, name }),
    event: `slack:${shortcut.trigger_id}`,
    at: instantOf(shortcut.action_ts) ?? received,
  };
}

/** The parts of a message to the bot that are read. */
export type SpokenMessage = {
  readonly user: string;
  readonly channel: string;
  readonly text?: string | undefined;
  readonly ts: string;
  readonly thread_ts?: string | undefined;
};

/** What was said to the bot in a mention or a direct message, without the mention of the bot itself. */
export function inboundFromMessage(
  { user, channel, text = '', ts, thread_ts: root }: SpokenMessage,
  envelope: EventEnvelope,
  { bot, topicsIn }: { readonly bot: string | undefined; readonly topicsIn: TopicsIn },
  toCaller: ToCaller,
  received: number,
): Inbound {
  const caller = toCaller({ team: teamOf(envelope), channel, user, name: undefined, inThread: root !== undefined });
  return {
    kind: 'command',
    command: readCommand(withoutMention(text, bot), topicsIn(caller.channel)),
    caller,
    event: `slack:${envelope.event_id ?? `${channel}:${ts}`}`,
    at: eventInstant(ts, envelope, received),
  };
}
