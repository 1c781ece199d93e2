import type { BlockAction, BlockElementAction, SlashCommand } from '@slack/bolt';
import type { Caller, Inbound } from '../../app/ports.ts';
import { parseCommand } from '../../core/command.ts';
import { unescapeText } from './slack-text.ts';

/** A slash command of any name: another app can own `/pytorch`, so a workspace may call it differently. */
export function inboundFromCommand(command: SlashCommand): Inbound {
  const caller = toCaller(
    command.team_id ?? command.enterprise_id,
    command.channel_id,
    command.user_id,
    command.user_name,
  );
  return { kind: 'command', command: parseCommand(unescapeText(command.text ?? '')), caller };
}

/** A pressed button. The value is the button's id; other elements, which this bot never sends, give their own id. */
export function inboundFromPress(body: BlockAction, action: BlockElementAction): Inbound {
  const { user, team, channel } = body;
  const caller = toCaller(
    team?.id ?? user.team_id ?? body.enterprise?.id,
    channel?.id,
    user.id,
    user.name ?? user.username,
  );
  const value = action.type === 'button' ? action.value : undefined;
  return { kind: 'press', id: value ?? action.action_id, caller };
}

/** A workspace is absent only where an app is installed for a whole organisation, a channel only outside of messages. */
function toCaller(team = '-', channel = '-', user = '-', name = ''): Caller {
  return { scope: `slack:${team}`, channel: `slack:${team}:${channel}`, user: `slack:${team}:${user}`, name };
}
