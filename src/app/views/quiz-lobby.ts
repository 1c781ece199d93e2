import type { Action, Card, CardNode, Rich } from '../../core/card.ts';
import { muted, paragraph, rich } from '../../core/card.ts';
import { resultOf } from '../../core/quiz/result.ts';
import type { Player, QuizState } from '../../core/quiz/state.ts';
import { buttonId } from '../button.ts';
import { people } from './bar.ts';

/** More are counted, not named. */
const namedPlayers = 20;

/** The quiz's card in the channel: before it begins the lobby, then where it is played, at last who won. */
export function lobbyCard(state: QuizState): Card {
  const { phase } = state;
  if (phase.kind === 'over') return overCard(state);
  const title = 'PyTorch quiz';
  const rules = muted(rulesOf(state));
  if (phase.kind !== 'lobby') {
    return {
      title,
      body: [
        paragraph(`It is on, in the thread: ${people(state.players.length)} play. Who answers joins in.`),
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
          { kind: 'time', text: 'in a moment', style: 'relative', at: phase.due },
          { kind: 'text', text: '.' },
        ],
      },
      rules,
      ...playerNodes(state),
      { kind: 'actions', actions: joinActions(state) },
      {
        kind: 'actions',
        actions: [
          { id: buttonId('begin', state.id), label: 'Start now' },
          { id: buttonId('control', state.id, 'stop'), label: 'Call it off' },
        ],
      },
    ],
  };
}

/** The channel's card of a quiz that has ended. */
export function overCard(state: QuizState): Card {
  const { phase } = state;
  const reason = phase.kind === 'over' ? phase.reason : 'finished';
  const [winner] = resultOf(state).podium;
  const words = {
    finished: winner === undefined ? 'It is over; nobody made a point.' : 'It is over.',
    stopped: 'It was stopped.',
    nobody: 'Nobody joined, so it was called off.',
    'lost-permission': 'It ended: I am not allowed to write here any more.',
  }[reason];
  return {
    title: 'PyTorch quiz',
    body: [
      paragraph(
        words,
        ...(winner === undefined
          ? []
          : [
              ' Won by ',
              { kind: 'person', user: winner.user, text: winner.name } as const,
              ` with ${winner.points} points.`,
            ]),
      ),
      { kind: 'actions', actions: [{ id: buttonId('rematch', state.id), label: 'Rematch' }] },
    ],
  };
}

function rulesOf({ settings, questions }: QuizState): string {
  const about = [...settings.topics, ...(settings.level === null ? [] : [settings.level])].join(', ');
  const parts = [
    `${questions.length} ${questions.length === 1 ? 'question' : 'questions'}`,
    `${settings.seconds} seconds each`,
    ...(about === '' ? [] : [about]),
    'faster right answers bring more points',
    'the first choice counts',
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
  if (players.length === 0) return [muted('Nobody has joined yet.')];
  if (teams.length === 0) return [{ kind: 'text', text: [...rich(`${players.length} in: `), ...names(players)] }];
  const items = teams.map((team): Rich => {
    const members = players.filter((player) => player.team?.no === team.no);
    return [
      { kind: 'text', text: `${team.name}: `, bold: true },
      ...(members.length === 0 ? rich('nobody yet') : names(members)),
    ];
  });
  return [{ kind: 'list', ordered: false, items }];
}

function names(players: readonly Player[]): Rich {
  const shown = players
    .slice(0, namedPlayers)
    .flatMap(
      ({ user, name }, index): Rich => [...(index === 0 ? [] : rich(', ')), { kind: 'person', user, text: name }],
    );
  return players.length > namedPlayers ? [...shown, ...rich(` and ${players.length - namedPlayers} more`)] : shown;
}
