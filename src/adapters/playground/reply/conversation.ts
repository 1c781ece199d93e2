import { randomUUID } from 'node:crypto';
import type { Application, Caller, Filled, FormAsked, Inbound, Log, Outcome, Reply } from '../../../app/ports.ts';
import { failureCard } from '../../../app/views/problem.ts';
import type { Subject } from '../../../core/bank.ts';
import type { Card } from '../../../core/card.ts';
import { hint, paragraph } from '../../../core/card.ts';
import { parseCommand } from '../../../core/command.ts';
import { commandSlip } from '../../../core/command-slip.ts';
import { resolveCard } from '../cards/resolve.ts';
import type { Channel } from '../inbound/channels.ts';
import { scope } from '../inbound/channels.ts';
import type { Player } from '../inbound/players.ts';
import { userKey } from '../inbound/players.ts';
import { readTyped } from '../inbound/typed-text.ts';
import type { Message } from '../outbound/message.ts';
import type { MessageLog } from '../outbound/message-log.ts';
import type { Acknowledgements } from './acknowledgements.ts';
import { isAcknowledgement } from './acknowledgements.ts';
import type { Following } from './following.ts';
import { askInstead, meantForTheBot } from './meant-for-the-bot.ts';

/** Where somebody types or presses; `thread` is the id of the thread's root message. */
export type Spot = {
  readonly player: Player;
  readonly channel: Channel;
  readonly thread: string | null;
  /** The time zone of the person's browser; null if unknown. */
  readonly zone: string | null;
  /** Nobody else has a page open. */
  readonly alone: boolean;
};

export type Conversation = {
  /** Handles typed text. Resolves when everything that follows immediately is in the log; never rejects. */
  readonly type: (spot: Spot, text: string) => Promise<void>;
  /** Handles a pressed button, by its id; likewise. A form that is asked for then, else null. */
  readonly press: (spot: Spot, message: Message, button: string) => Promise<FormAsked | null>;
  /** Handles a form that was asked for under a message, by the id that it was asked for with; likewise. */
  readonly take: (spot: Spot, message: Message, id: string, filled: Filled) => Promise<void>;
};

type Options = {
  readonly application: Application;
  readonly messages: MessageLog;
  readonly acknowledgements: Acknowledgements;
  readonly following: Following;
  readonly log: Log;
  /** UTC ms; the clock that timestamps events here. */
  readonly now: () => number;
};

/** Passes what people type and press to the application, and writes its replies to the log. */
export function createConversation({
  application,
  messages,
  acknowledgements,
  following,
  log,
  now,
}: Options): Conversation {
  async function respond(inbound: Wish, spot: Spot, about: About): Promise<FormAsked | null> {
    const zone = async () => spot.zone;
    const event = { caller: toCaller(spot), event: `playground:${randomUUID()}`, at: now(), zone };
    const place = (reply: Reply) => deliver(reply, spot, about);
    try {
      const outcome = application.respond({ ...event, ...inbound });
      if (outcome.kind === 'ask') return outcome.asked;
      const reply = await replyOf(outcome);
      if (reply !== null) place(reply);
      if (outcome.kind === 'now') await outcome.afterwards?.();
    } catch (error) {
      log.error({ err: error }, 'An event of the playground failed.');
      place({ audience: 'asker', place: 'new', card: failureCard() });
    }
    return null;
  }

  function deliver(
    { audience, place, card }: Reply,
    { player, channel, thread }: Spot,
    { asked, pressed }: About,
  ): void {
    const shown = resolveCard(withoutFile(card), application.subject(channel.key), now());
    const own = pressed !== null && pressed.author === null && (pressed.to !== null || channel.direct);
    if (place === 'instead' && own && messages.change(pressed.id, { card: shown }) !== null) return;
    const to = audience === 'asker' && !channel.direct ? userKey(player) : null;
    if (to !== null && isAcknowledgement(shown)) {
      acknowledgements.tell(to, { channel: channel.key, message: pressed?.id ?? null, thread, card: shown });
    } else {
      messages.post({ channel: channel.key, thread, card: shown, to, asked });
    }
  }

  /** What was said to all becomes what is asked of the bot; the hint has done its work. */
  function askAgain(spot: Spot, { id }: Message, text: string): Promise<FormAsked | null> {
    messages.remove(id);
    const command = parseCommand(text, application.subject(spot.channel.key).topics);
    return respond({ kind: 'command', command }, spot, { asked: text, pressed: null });
  }

  return {
    type: async (spot, text) => {
      const { player, channel, thread } = spot;
      const subject = application.subject(channel.key);
      const typed = readTyped(text, channel.direct, subject);
      if (typed.kind === 'unknown') {
        const to = channel.direct ? null : userKey(player);
        const card = resolveCard(unknownCard(text.trim(), typed.word, subject), subject, now());
        messages.post({ channel: channel.key, thread, card, to, asked: text });
        return;
      }
      if (typed.kind === 'said') {
        messages.post({ channel: channel.key, thread, author: { user: userKey(player), name: player.name }, text });
      }
      if (typed.command === null) {
        const meant = meantForTheBot(text.trim(), application, channel.key);
        if (meant === null) return;
        const card = resolveCard(meant, subject, now());
        messages.post({ channel: channel.key, thread, card, to: userKey(player), asked: text });
        return;
      }
      const asked = typed.kind === 'ordered' ? text : null;
      await respond({ kind: 'command', command: typed.command }, spot, { asked, pressed: null });
    },
    press: (spot, message, button) => {
      if (button === askInstead && message.asked !== null) return askAgain(spot, message, message.asked);
      if (message.to === null) following.note(userKey(spot.player), message);
      const wish = { kind: 'press', id: button, message: `${message.channel}:${message.id}` } as const;
      return respond(wish, spot, { asked: null, pressed: message });
    },
    take: async (spot, message, id, filled) => {
      const wish = { kind: 'form', id, filled, message: `${message.channel}:${message.id}`, stored: true } as const;
      await respond(wish, spot, { asked: null, pressed: message });
    },
  };
}

async function replyOf(outcome: Exclude<Outcome, { readonly kind: 'ask' }>): Promise<Reply | null> {
  switch (outcome.kind) {
    case 'now':
      return outcome.reply;
    case 'later':
      return { audience: outcome.audience, place: outcome.place, card: await outcome.act() };
    case 'aside':
      return outcome.act();
    case 'nothing':
      return null;
  }
}

type Wish =
  | { readonly kind: 'command'; readonly command: Extract<Inbound, { kind: 'command' }>['command'] }
  | {
      readonly kind: 'press';
      readonly id: string;
      readonly message: string;
    }
  | Pick<Extract<Inbound, { kind: 'form' }>, 'kind' | 'id' | 'filled' | 'message' | 'stored'>;

/** What a reply belongs to: the text that asked for it, or the message whose button was pressed. */
type About = { readonly asked: string | null; readonly pressed: Message | null };

/** A file is downloaded from a page that the card links to, and not kept among the messages. */
function withoutFile({ file: _, ...card }: Card): Card {
  return card;
}

/** Everybody who tries out the bot may do everything, like the owner of a workspace; guests of a quiz only play. */
function toCaller({ player, channel, alone }: Spot): Caller {
  return {
    scope,
    channel: channel.key,
    user: userKey(player),
    name: player.name,
    direct: channel.direct,
    ...(alone ? { alone } : {}),
    ...(player.isGuest === true ? {} : { governs: true }),
    manages: player.isGuest !== true,
    moderates: player.isGuest !== true,
    ...(player.isGuest === true ? {} : { reviews: true }),
  };
}

function unknownCard(typed: string, word: string, { topics, examples: [example] }: Subject): Card {
  const slip = commandSlip(typed.slice(1), topics);
  return {
    tone: 'notice',
    title: 'No such command',
    body: [
      ...(slip === null ? [] : [paragraph('Did you mean ', hint(slip.meant), '?')]),
      paragraph(
        'There is no ',
        { kind: 'code', text: `/${word}` },
        '. Look something up with ',
        hint(example?.title ?? ''),
        ', or see what there is with ',
        hint('help'),
        '.',
      ),
    ],
  };
}
