import type { Subject } from '../../core/bank.ts';
import { topicTitle } from '../../core/bank.ts';
import { bareId } from '../../core/bank-name.ts';
import type { Card, Span, TextNode } from '../../core/card.ts';
import { hint, paragraph } from '../../core/card.ts';
import type { QuizRequest } from '../../core/command/quiz.ts';
import type { Refusal } from '../../core/quiz/refusal.ts';
import type { Settings } from '../../core/quiz/settings.ts';
import { fitting } from '../../core/quiz/settings.ts';
import type { Choice, Phase, QuizState } from '../../core/quiz/state.ts';
import { findPlayer } from '../../core/quiz/state.ts';
import { letterOf } from './item.ts';
import { counted } from './numbers.ts';

/** For the person who started it; the channel sees the lobby. `thread`: the address where it is played, null if unknown. */
export function quizOpenedCard(state: QuizState, thread: string | null): Card {
  const where = playedAt(state, thread);
  return {
    tone: 'good',
    body: [
      state.phase.kind === 'lobby'
        ? paragraph('The quiz is open, and you are in as its host. The questions come ', where, '.')
        : paragraph('Nobody else is here to wait for, so your quiz begins at once, ', where, '.'),
    ],
  };
}

/** The same for somebody in a thread, while the lobby stands in its channel. `link`: to the lobby; null if not known yet. */
export function quizOpenedElsewhereCard(link: string | null): Card {
  const there = 'in the channel that this thread belongs to';
  return {
    tone: 'good',
    body: [
      paragraph(
        'The quiz is open, and you are in as its host. Its card stands ',
        link === null ? there : { kind: 'link', text: there, url: link },
        '.',
      ),
    ],
  };
}

/** `in the thread`, to be pressed where its address is known; or `here`. */
function playedAt({ inPlace }: QuizState, thread: string | null): string | Span {
  if (inPlace === true) return 'here';
  return thread === null ? 'in the thread' : { kind: 'link', text: 'in the thread', url: thread };
}

/** A channel has one quiz at a time. `link`: to the one that is running; `state`: its state, null if not known. */
export function quizRunsCard(link: string | null, state: QuizState | null = null): Card {
  if (state?.phase.kind === 'paused') return quizWaitsCard(link, state, state.phase);
  return {
    tone: 'notice',
    title: 'A quiz is running here',
    body: [
      paragraph(
        'One at a time in a channel. ',
        ...(link === null ? ['Look for it above.'] : [{ kind: 'link', text: 'Here it is', url: link } as const, '.']),
        ' If it is not there any more, wait a moment: then it comes anew, or try again.',
      ),
    ],
  };
}

/** The one that runs is paused: who can go on, and when it frees the channel by itself. */
function quizWaitsCard(
  link: string | null,
  { host }: QuizState,
  { reason, due }: Extract<Phase, { kind: 'paused' }>,
): Card {
  return {
    tone: 'notice',
    title: 'A quiz is paused here',
    body: [
      paragraph(
        reason.kind === 'lost' ? 'I could not post in it any more. ' : '',
        ...(link === null ? [] : [{ kind: 'link', text: 'Here it is', url: link } as const, '. ']),
        { kind: 'person', user: host.user, text: host.name },
        ', its host, or whoever manages the bot here can go on with ',
        hint('quiz resume'),
        ' or end it with ',
        hint('quiz stop'),
        '. By itself it ends ',
        { kind: 'time', text: 'soon', style: 'relative', at: due },
        '. If it is not there any more, try again in a moment.',
      ),
    ],
  };
}

/** The numbers that were given for a quiz; absent ones were left to the bot. */
export type SaidNumbers = Pick<QuizRequest, 'count' | 'seconds' | 'lobby' | 'teams'>;

/** The bank has fewer questions than asked for, or none; suggests the complete command that works. */
export function tooFewCard(available: number, { topics, level }: Settings, said: SaidNumbers, subject: Subject): Card {
  const filter = [...topics.map(bareId), ...(level === null ? [] : [level])];
  const levels = level === null || level === fitting ? [] : [level];
  const read = [...topics.map((topic) => topicTitle(subject, topic)), ...levels];
  const about = read.length === 0 ? '' : ` for ${read.join(', ')}`;
  const has = available === 0 ? 'no questions' : `only ${counted(available, 'question')}`;
  const asked = said.count === undefined ? '' : `, and you asked for ${said.count}`;
  const possible = ['quiz', available, ...filter, ...numberWords(said)].join(' ');
  return {
    tone: 'notice',
    title: 'Too few questions',
    body: [
      paragraph(
        `The bank has ${has}${about}${asked}. `,
        ...(available === 0 ? ['Choose another topic or level.'] : ['Try ', hint(possible), '.']),
      ),
    ],
  };
}

/** `20s lobby 5m teams 3`, as far as given. */
function numberWords({ seconds, lobby, teams }: SaidNumbers): readonly string[] {
  return [
    ...(seconds === undefined ? [] : [`${seconds}s`]),
    ...(lobby === undefined ? [] : [`lobby ${lobby}m`]),
    ...(teams === undefined ? [] : teams === 'default' ? ['teams'] : [`teams ${teams}`]),
  ];
}

export function needsChannelCard(): Card {
  return {
    tone: 'notice',
    title: 'Quizzes need a channel',
    body: [paragraph('Start one where others can join. To practise alone: ', hint('practice'))],
  };
}

export function noQuizCard(): Card {
  return {
    tone: 'notice',
    title: 'No quiz here',
    body: [paragraph('None is running in this channel. To start one: ', hint('quiz 10'), '.')],
  };
}

/** `thread`: the address where it is played, null if unknown. */
export function joinedCard(state: QuizState, user: string, thread: string | null): Card {
  const team = teamOf(state, user);
  return {
    tone: 'good',
    body: [
      paragraph(`You are in${team === null ? '' : ` team ${team}`}. The questions come `, playedAt(state, thread), '.'),
    ],
  };
}

/** The host, or who manages, has begun it before its time. */
export function begunCard(state: QuizState, thread: string | null): Card {
  return { body: [paragraph('Here we go, ', playedAt(state, thread), '.')] };
}

/** They will not play; the host remains the host. */
export function leftCard(): Card {
  return {
    body: [paragraph('You are out. Join again as long as the quiz has not begun, or just answer a question later.')],
  };
}

/** An answer was accepted and is safe; the reveal tells whether it is right. */
export function lockedInCard(choice: Choice): Card {
  return lockedIn[choice];
}

/** The same objects for everybody, so that a platform's message is made of each once, whatever the crowd. */
const lockedIn: readonly [Card, Card, Card, Card] = [lockIn(0), lockIn(1), lockIn(2), lockIn(3)];

function lockIn(choice: Choice): Card {
  return { body: [paragraph(`${letterOf(choice)} locked in.`)] };
}

export function controlledCard(what: keyof typeof controlledWords): Card {
  return { body: [paragraph(controlledWords[what])] };
}

/** What a command of the host has done. */
export const controlledWords = {
  pause: 'Paused.',
  resume: 'On we go.',
  skip: 'Skipped.',
  stop: 'Stopped.',
} as const;

/** Why a click or a command changed nothing, in a sentence. */
export function refusalCard(refusal: Refusal, state: QuizState, user?: string): Card {
  if (refusal.kind === 'not-host') return { tone: 'notice', body: [notHost(state)] };
  return { tone: 'notice', body: [paragraph(words(refusal, state, user))] };
}

function notHost({ host }: QuizState): TextNode {
  return paragraph(
    'Only ',
    { kind: 'person', user: host.user, text: host.name },
    ', its host, or somebody who manages the bot here can do that.',
  );
}

function words(refusal: Exclude<Refusal, { kind: 'not-host' }>, state: QuizState, user: string | undefined): string {
  const team = user === undefined ? null : teamOf(state, user);
  switch (refusal.kind) {
    case 'too-late':
      return 'Too late: the time for this question was over.';
    case 'already-answered':
      return `You chose ${letterOf(refusal.choice)} already; the first choice counts.`;
    case 'not-open':
      return 'The question is just being posted. Press again in a moment.';
    case 'paused':
      return 'The quiz is paused. Answers count again when it goes on.';
    case 'not-paused':
      return 'The quiz is not paused.';
    case 'not-joined':
      return 'You have not joined this quiz.';
    case 'already-joined':
      return team === null ? 'You are in already.' : `You are in team ${team} already.`;
    case 'no-such-team':
      return 'There is no such team.';
    case 'nobody-joined':
      return 'Nobody is in it; a quiz needs a player.';
    case 'already-started':
      return 'The quiz has begun already.';
    case 'not-running':
      return state.phase.kind === 'over' ? 'This quiz is over.' : 'The quiz has not begun yet.';
    case 'stale':
      return 'That button was from an earlier moment of the quiz; nothing was changed.';
  }
}

function teamOf(state: QuizState, user: string): string | null {
  const no = findPlayer(state, user)?.team?.no;
  return no === undefined ? null : (state.teams[no]?.name ?? null);
}
