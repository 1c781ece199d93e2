import type { QuizState } from '../../core/quiz/state.ts';
import type { Posted } from '../delivery/messenger.ts';
import type { Unit } from '../store/store.ts';
import { outgoingIds } from './names.ts';

/** Addresses of messages, and of the threads under them, for people to click; null where there are none. */
export type MessageLinks = {
  readonly message: (channel: string, message: string) => string | null;
  readonly thread: (channel: string, message: string) => string | null;
};

/** A quiz of which it is asked where it stands. */
type Placed = Pick<QuizState, 'id' | 'channel' | 'inPlace'>;

/** The address of a quiz's lobby; null as long as it is not posted, or where messages have none. */
export async function lobbyAddress({ id, channel }: Placed, unit: Unit, link: MessageLinks): Promise<string | null> {
  const posted = await unit.outbox.messageOf(outgoingIds.lobby(id));
  return posted === null ? null : link.message(channel, posted.message);
}

/** The address of the thread where a quiz is played, likewise; null also for one that is played in place. */
export function threadUnder(lobby: Posted | null, { channel, inPlace }: Placed, link: MessageLinks): string | null {
  return lobby === null || inPlace === true ? null : link.thread(channel, lobby.message);
}
