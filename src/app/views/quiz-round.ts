import type { Card, CardNode, Rich, Span } from '../../core/card.ts';
import { muted, paragraph, rich } from '../../core/card.ts';
import { inlineCode } from '../../core/inline-code.ts';
import type { Item } from '../../core/question.ts';
import type { Reveal } from '../../core/quiz/reveal.ts';
import { revealOf } from '../../core/quiz/reveal.ts';
import { toPlatform } from '../../core/quiz/round-clock.ts';
import type { Standing, TeamStanding } from '../../core/quiz/standings.ts';
import { standings, teamStandingsAfter } from '../../core/quiz/standings.ts';
import type { QuizState } from '../../core/quiz/state.ts';
import { openQuestion, timeLimit } from '../../core/quiz/state.ts';
import { buttonId } from '../dispatch/button.ts';
import { choicesNode, itemNodes, letterOf, optionAt, optionList } from './item.ts';
import { counted, grouped, inSeconds } from './numbers.ts';
import { tallyNode } from './tally.ts';

const standingsShown = 5;

/**
 * A question as it is asked: standings so far, the item, the time left and how many have answered. Without an item
 * nobody knows any more what it was: an earlier version picked it from another bank.
 */
export function questionCard(state: QuizState, no: number, item: Item | null, answered: number): Card {
  const title = `Question ${no + 1} of ${state.questions.length}`;
  if (item === null) {
    return {
      title,
      body: [
        paragraph('This question was changed during an update of the bot; the host can skip it.'),
        hostAction(state),
      ],
    };
  }
  const soFar = answered === 0 ? '' : ` · ${answered} of ${state.players.length} answered`;
  const open = openQuestion(state);
  if (open?.kind === 'posted' && 'haltedAt' in open) {
    return { title, body: [...coverNodes(open.remaining, soFar), hostAction(state)] };
  }
  const standing = no === 0 ? [] : standingLine(state, no - 1);
  return {
    title,
    body: [
      ...(standing.length === 0 ? [] : [muted(...standing)]),
      ...itemNodes(item),
      {
        ...choicesNode(item, state.questions[no]?.order ?? [], (place) => buttonId('pick', state.id, no, place)),
        note: paragraph(...timeLeft(state), soFar).text,
        limit: timeLimit(state),
      },
      { kind: 'own', id: buttonId('pick', state.id, no) },
      hostAction(state),
    ],
  };
}

/** In a pause nobody has time to think: the question itself comes back when it goes on. */
function coverNodes(remaining: number, soFar: string): readonly CardNode[] {
  return [
    paragraph(`Paused with ${counted(Math.ceil(remaining / 1000), 'second')} left${soFar}`),
    muted(
      'The question is covered, so that nobody has more time for it than others. It comes back when the quiz goes on.',
    ),
  ];
}

/** The same message after the close: what was right and why, how many chose what, who was fastest, and standings. */
export function revealCard(state: QuizState, no: number, item: Item | null, question: string): Card {
  const reveal = revealOf(state, no);
  const title = `Question ${no + 1} of ${state.questions.length} · the answer`;
  if (reveal === null) return { title, body: [paragraph('This question was left out.')] };
  if (item === null) return { title, body: lostNodes(reveal) };
  const order = state.questions[no]?.order ?? [];
  return {
    title,
    body: [
      { kind: 'own', id: buttonId('pick', state.id, no) },
      ...itemNodes(item),
      tallyNode(item, order, reveal.counts),
      {
        kind: 'text',
        text: [
          { kind: 'text', text: `The right answer is ${letterOf(reveal.correct)}. `, bold: true },
          ...inlineCode(optionAt(item, order, reveal.correct)?.why ?? ''),
        ],
      },
      reveal.fastest === null
        ? paragraph(reveal.answered === 0 ? 'Nobody answered.' : 'Nobody got it right.')
        : paragraph(
            'Fastest: ',
            { kind: 'person', user: reveal.fastest.user, text: reveal.fastest.name },
            ` in ${inSeconds(reveal.fastest.ms)}.`,
          ),
      ...standingNodes(reveal.top, reveal.teams),
      { kind: 'actions', actions: [{ id: buttonId('show', question), label: 'Full answer' }] },
    ],
  };
}

/** The question's message where the answer had to be a message of its own: nothing to press any more. */
export function closedCard(state: QuizState, no: number, item: Item | null): Card {
  return {
    title: `Question ${no + 1} of ${state.questions.length}`,
    body: [
      ...(item === null ? [] : [...itemNodes(item), optionList(item, state.questions[no]?.order ?? [])]),
      paragraph('It is closed; the answer is in a message of its own.'),
    ],
  };
}

/** The reveal of a question of which only the letters are still known; they are what everybody was graded by. */
function lostNodes({ correct, top, teams }: Reveal): readonly CardNode[] {
  return [
    paragraph(
      `The right answer was ${letterOf(correct)}. The question was changed during an update of the bot, so there is no more to say of it; your points stay.`,
    ),
    ...standingNodes(top, teams),
  ];
}

/** `▲2` for ranks gained, `▼1` for ranks lost, nothing for none. */
function movement(moved: number): string {
  return moved === 0 ? '' : moved > 0 ? ` ▲${moved}` : ` ▼${-moved}`;
}

/** Nothing as long as nobody has a point. */
function standingNodes(top: readonly Standing[], teams: readonly TeamStanding[]): readonly CardNode[] {
  if (!top.some(hasPoints)) return [];
  const people = top.map(
    (row): Rich => [
      { kind: 'text', text: `${row.rank}. `, bold: true },
      { kind: 'person', user: row.user, text: row.name },
      { kind: 'text', text: ` ${grouped(row.points)}${movement(row.moved)}` },
    ],
  );
  return [
    ...(teams.length === 0 ? [] : [paragraph(teamLine(teams))]),
    ...(people.length === 0 ? [] : [{ kind: 'list', ordered: false, items: people } as const]),
  ];
}

function standingLine(state: QuizState, after: number): Rich {
  const all = standings(state);
  if (!all.some(hasPoints)) return [];
  const teams = teamStandingsAfter(state, after);
  if (teams.length > 0) return rich(teamLine(teams));
  return all.slice(0, standingsShown).flatMap(
    (row, index): Rich => [
      { kind: 'text', text: `${index === 0 ? '' : ' · '}${row.rank}. ` },
      { kind: 'person', user: row.user, text: row.name },
      { kind: 'text', text: ` ${grouped(row.points)}${movement(row.moved)}` },
    ],
  );
}

function hasPoints({ points }: Standing): boolean {
  return points > 0;
}

function teamLine(teams: readonly TeamStanding[]): string {
  return teams.map(({ rank, name, points }) => `${rank}. ${name} ${grouped(points)}`).join(' · ');
}

/**
 * Counts down from the moment of sending until the close is armed, then to that, by the platform's clock as of the
 * question's own message.
 */
function timeLeft(state: QuizState): readonly (string | Span)[] {
  const open = openQuestion(state);
  const { seconds } = state.settings;
  const time = { kind: 'time', text: `${seconds} seconds after it was asked`, style: 'relative' } as const;
  const end =
    open?.kind === 'posted' && 'due' in open
      ? { at: toPlatform(open.round, open.due) }
      : ({ at: seconds * 1000, from: 'sending' } as const);
  return ['Time is up ', { ...time, ...end }];
}

/** Opens the controls, privately: pressing it by accident changes nothing. */
function hostAction({ id }: QuizState): CardNode {
  return { kind: 'actions', actions: [{ id: buttonId('host', id), label: 'Host controls' }], apart: true };
}
