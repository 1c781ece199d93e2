import type { Subject } from '../../core/bank.ts';
import { topicTitle } from '../../core/bank.ts';
import type { Action, Card, CardNode, Rich } from '../../core/card.ts';
import { muted, paragraph, rich } from '../../core/card.ts';
import type { QuizResult } from '../../core/quiz/result.ts';
import { resultOf } from '../../core/quiz/result.ts';
import { fitting } from '../../core/quiz/settings.ts';
import type { QuizState } from '../../core/quiz/state.ts';
import { buttonId } from '../dispatch/button.ts';
import { namesOf } from './names.ts';
import { counted, inWords } from './numbers.ts';

/** More are counted, not named. */
const namedPlayers = 20;

/** In each of up to eight teams. */
const namedMembers = 8;

/** Of those who share first place. */
const namedWinners = 5;

/** The quiz's card in the channel: first the lobby, then where it is played, finally who won. */
export function lobbyCard(state: QuizState, subject: Subject): Card {
  const { phase } = state;
  if (phase.kind === 'over') return overCard(state, subject);
  const title = quizName(subject);
  const rules = muted(rulesOf(state, subject));
  if (phase.kind !== 'lobby') {
    return {
      title,
      body: [
        paragraph(
          `It is on, ${state.inPlace === true ? 'below' : 'in the thread'}. You can still join: just answer a question.`,
        ),
        rules,
        ...playerNodes(state),
      ],
    };
  }
  return {
    title,
    body: [
      {
        kind: 'text',
        text: [
          { kind: 'person', user: state.host.user, text: state.host.name },
          { kind: 'text', text: ' starts a quiz. It begins ' },
          { kind: 'time', text: 'in a moment', style: 'relative', at: phase.due, from: 'bot' },
          { kind: 'text', text: beginning(state) },
        ],
      },
      rules,
      ...playerNodes(state),
      { kind: 'own', id: buttonId('join', state.id) },
      { kind: 'actions', actions: joinActions(state) },
      {
        kind: 'actions',
        actions: [
          { id: buttonId('begin', state.id), label: 'Start now' },
          { id: buttonId('leave', state.id), label: 'Leave' },
          { id: buttonId('control', state.id, 'stop'), label: 'Call it off' },
        ],
        apart: true,
      },
    ],
  };
}

/** How the sentence on when it begins ends: with whom. */
function beginning({ players }: QuizState): string {
  if (players.length > 1) return '.';
  return players.length === 1 ? ', also if nobody else joins.' : ', if anybody joins.';
}

/** The channel's card of a quiz that has ended. */
export function overCard(state: QuizState, subject: Subject): Card {
  const { phase } = state;
  const reason = phase.kind === 'over' ? phase.reason : 'finished';
  const wasPlayed = state.closed.length > 0;
  const words = {
    finished: 'It is over.',
    stopped: wasPlayed ? 'It was stopped early.' : 'It was stopped before it began.',
    nobody: wasPlayed ? 'It ended early: nobody answered any more.' : 'Nobody was in it, so it was called off.',
    gone: wasPlayed ? 'It ended early: its thread was deleted.' : 'It was called off: its thread was deleted.',
    'lost-permission': 'It ended early: I am not allowed to write here any more.',
  }[reason];
  const won = wasPlayed ? rich(' ').concat(winnersOf(resultOf(state), reason === 'finished')) : [];
  return {
    title: quizName(subject),
    body: [
      { kind: 'text', text: [...rich(words), ...won] },
      // One that was played has its rematch beside the result.
      ...(wasPlayed
        ? []
        : [{ kind: 'actions', actions: [{ id: buttonId('rematch', state.id), label: 'Start it again' }] } as const]),
    ],
  };
}

/** `History quiz`. */
export function quizName({ name }: Subject): string {
  return `${name} quiz`;
}

/** Who won, in a sentence; or who led, if the quiz was ended early. */
function winnersOf({ podium, players, teams }: QuizResult, isFinished: boolean): Rich {
  const first = podium.filter(({ rank }) => rank === 1);
  const [best] = first;
  if (best === undefined) return rich('Nobody scored a point.');
  const verb = isFinished ? 'won' : 'led';
  const winning = teams.filter(({ rank }) => rank === 1).map(({ name }) => name);
  if (winning.length > 0) return rich(`${inWords(winning)} ${verb}.`);
  const points = counted(best.points, 'point');
  if (players.length === 1) return [...namesOf(first, 1), ...rich(` made ${points}.`)];
  return [...namesOf(first, namedWinners), ...rich(` ${verb} with ${points}${first.length > 1 ? ' each' : ''}.`)];
}

/** How it is played, in a line. */
export function rulesOf({ settings, questions, teams }: QuizState, subject: Subject): string {
  const titles = settings.topics.map((topic) => topicTitle(subject, topic));
  const level = settings.level === fitting ? 'chosen to fit this channel' : settings.level;
  const about = [...titles, ...(level === null ? [] : [level])].join(', ');
  const parts = [
    counted(questions.length, 'question'),
    `${settings.seconds} seconds each`,
    ...(about === '' ? [] : [about]),
    'the faster the right answer, the more points',
    'your first choice counts',
    ...(teams.length > 0 ? ['a bigger team has no advantage'] : []),
  ];
  return parts.join(' · ');
}

function joinActions({ id, teams }: QuizState): readonly Action[] {
  if (teams.length === 0) return [{ id: buttonId('join', id), label: 'Join', style: 'primary' }];
  return [
    ...teams.map(({ no, name }) => ({ id: buttonId('team', id, no), label: `Join ${name}` })),
    { id: buttonId('join', id), label: 'Any team', style: 'primary' },
  ];
}

function playerNodes({ players, teams }: QuizState): readonly CardNode[] {
  if (players.length === 0) return [muted('Nobody is in it yet.')];
  if (teams.length === 0)
    return [
      { kind: 'text', text: [...rich(`${counted(players.length, 'player')}: `), ...namesOf(players, namedPlayers)] },
    ];
  const items = teams.map((team): Rich => {
    const members = players.filter((player) => player.team?.no === team.no);
    return [
      { kind: 'text', text: `${team.name}: `, bold: true },
      ...(members.length === 0 ? rich('nobody yet') : namesOf(members, namedMembers)),
    ];
  });
  return [{ kind: 'list', ordered: false, items }];
}
