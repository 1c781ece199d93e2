import { timers as timerNames } from '../../core/quiz/effect.ts';
import type { TimerHandler } from '../delivery/timers.ts';
import type { Environment } from '../environment.ts';
import type { Log } from '../ports.ts';
import type { ClaimedTimer } from '../store/timer.ts';
import type { FollowUp, Sent } from './after-sending.ts';
import { afterGone, followUpOf, goneWith, isLobbyDeleted } from './after-sending.ts';
import { createHold } from './holding.ts';
import type { LiveQuizzes } from './live-quizzes.ts';
import { showLobbyAnew } from './lobby-anew.ts';
import { outgoingIds, quizTimers } from './names.ts';
import { saySlowed, tellHost } from './notices.ts';
import type { Outages } from './outages.ts';

type Options = Environment & { readonly live: LiveQuizzes; readonly log: Log; readonly outages: Outages };

/** A lobby whose message is not out yet is looked at again after so many ms; less than `leastLost` is its usual way. */
const lobbyPause = 5000;
const leastLost = 2000;

/** A message is out this long (ms) after it was put in, unless the platform holds it up. */
const longestWay = 5000;

/** What falls due around quizzes: the end of a phase, and what follows when a message was sent or could not be. */
export function createQuizTimers(options: Options): readonly (readonly [string, TimerHandler])[] {
  const { live, log, outages, ...environment } = options;
  const { store, clock } = environment;
  const began = clock.wall();
  const hold = createHold(options);

  async function endPhase(timer: ClaimedTimer): Promise<void> {
    const { quiz, timer: word, no } = timer.payload as { quiz: string; timer: string; no: number };
    const name = timerNames.find((candidate) => candidate === word);
    if (name === undefined) return finishOnly(timer);
    const held = await hold(timer, quiz);
    if (held === 'waits') return;
    if (held !== 'ends') {
      await handle(timer, quiz, { event: held, lost: null });
      return outages.noteGivenBack(quiz, clock.steady());
    }
    // Nobody can join before the lobby's message is out; its time begins then.
    if (name === 'lobby' && (await store.transact((unit) => unit.outbox.messageOf(outgoingIds.lobby(quiz)))) === null) {
      return giveBack(timer, quiz, lobbyPause);
    }
    await handle(timer, quiz, { event: { kind: 'timer', timer: name, no }, lost: null });
  }

  async function afterSending(timer: ClaimedTimer): Promise<void> {
    const sent = timer.payload as Sent;
    const { quiz, part, since, end } = sent;
    if (end.kind === 'sent') {
      if (part === 'lobby') return beginLobby(timer, quiz);
      if ((part === 'question' || part === 'reveal') && isSlowed(since)) {
        await store.transact((unit) => saySlowed(unit, quiz, clock.wall()));
      }
    }
    if (end.kind === 'failed') log.warn({ quiz, part, end }, 'A message of a quiz was not sent.');
    if (isLobbyDeleted(sent)) return showLobbyAnew(timer, quiz, environment);
    const followUp = (await isGone(sent, live)) ? afterGone(sent) : followUpOf(sent);
    return followUp === null ? finishOnly(timer) : handle(timer, quiz, followUp);
  }

  /** A message that waited long was slowed by the platform, unless it was this process that came late. */
  function isSlowed(since: number): boolean {
    return clock.wall() - since >= longestWay && since >= began;
  }

  /** Gives back what a lobby has lost of its time because its message was long on its way. */
  async function beginLobby(timer: ClaimedTimer, quiz: string): Promise<void> {
    const state = await live.read(quiz);
    if (state?.phase.kind !== 'lobby') return finishOnly(timer);
    const lost = clock.steady() + state.settings.lobbySeconds * 1000 - state.phase.due;
    return lost < leastLost ? finishOnly(timer) : giveBack(timer, quiz, lost);
  }

  function giveBack(timer: ClaimedTimer, quiz: string, lost: number): Promise<void> {
    return handle(timer, quiz, { event: { kind: 'recovered', lost }, lost: null });
  }

  async function handle(timer: ClaimedTimer, quiz: string, { event, lost, hindrance }: FollowUp): Promise<void> {
    const outcome = await live.handle(quiz, event, clock.steady(), async (unit) => {
      const isOurs = await unit.timers.finish(timer);
      if (isOurs && lost !== null) await tellHost(unit, quiz, { why: lost, hindrance }, clock.wall());
      return isOurs;
    });
    // Without a quiz, or when it was taken over, nothing was done, and nothing is to be done again.
    if (outcome === null) await finishOnly(timer);
  }

  async function finishOnly(timer: ClaimedTimer): Promise<void> {
    await store.transact((unit) => unit.timers.finish(timer));
  }

  return [
    [quizTimers.phase, endPhase],
    [quizTimers.sent, afterSending],
  ];
}

async function isGone(sent: Sent, live: LiveQuizzes): Promise<boolean> {
  const what = goneWith(sent);
  return what === 'quiz' || (what === 'lobby' && (await live.read(sent.quiz))?.phase.kind === 'lobby');
}
