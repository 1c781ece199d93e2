import type { Card, CardNode, Rich } from '../../core/card.ts';
import { hint, muted, paragraph, rich } from '../../core/card.ts';
import { buttonId } from '../dispatch/button.ts';
import type { Kept } from '../store/store.ts';
import { counted, inWords } from './numbers.ts';

/** A place where something is known of a person, by its name, and what is kept there. */
export type KnownPlace = { readonly name: string; readonly points: number; readonly kept: Kept };

/** `here`: one scope alone, `everywhere`: all of the platform; `apart`: this one, although there may be others. */
export type Reach = 'here' | 'apart' | 'everywhere';

/** Beyond these the places are counted. */
export const placesNamed = 10;

/** Asks for confirmation before what is kept of a person is deleted, and names it, where there are several by place. */
export function forgetCard(places: readonly KnownPlace[], reach: Reach): Card {
  const parts = places.flatMap((place) => partsOf(place));
  if (parts.length === 0) return nothingCard(reach);
  const kept = (of: keyof Kept) => places.reduce((sum, place) => sum + place.kept[of], 0);
  const everywhere = reach === 'everywhere';
  const isMarked = kept('posted') + kept('marked') > 0;
  return {
    tone: 'notice',
    title: everywhere ? 'Forget you everywhere?' : 'Forget you?',
    body: [
      ...(everywhere
        ? placeList(places)
        : [
            paragraph(
              `This is deleted for good, in all channels${reach === 'apart' ? ' here' : ''}: ${inWords(parts)}.`,
            ),
          ]),
      ...(kept('running') > 0
        ? [paragraph('You leave the quiz that is being played. Your points in it are gone, and the others move up.')]
        : []),
      ...(kept('schedules') > 0 ? [paragraph('The daily question goes on in its channel, without your name.')] : []),
      ...(isMarked
        ? [paragraph('Answers that peers can mark, and your marks for others, are taken out of the chat as well.')]
        : []),
      ...(kept('suggestions') > 0
        ? [paragraph('A suggestion that was accepted stays in the bank, without your name.')]
        : []),
      muted(
        `${isMarked ? 'Other messages' : 'Messages'} that are in the chat already stay as they are. To keep all of it, do not press the button.`,
      ),
      ...apartLine(reach),
      {
        kind: 'actions',
        actions: [
          { id: buttonId('forget', 'yes'), label: everywhere ? 'Forget me everywhere' : 'Forget me', style: 'danger' },
        ],
      },
    ],
  };
}

export function forgottenCard(reach: Reach): Card {
  const where = { here: '', apart: ' here', everywhere: ', anywhere' }[reach];
  return {
    tone: 'good',
    title: 'You are forgotten',
    body: [paragraph(`I keep nothing under your name any more${where}.`), ...apartLine(reach)],
  };
}

function nothingCard(reach: Reach): Card {
  const where = { here: '', apart: ' here', everywhere: ' anywhere' }[reach];
  return {
    title: 'Nothing to forget',
    body: [paragraph(`I keep nothing about you${where}.`), ...apartLine(reach)],
  };
}

function apartLine(reach: Reach): readonly CardNode[] {
  if (reach !== 'apart') return [];
  return [
    muted('What I keep of you elsewhere stays. To delete that too, write me a direct message: ', hint('forget me')),
  ];
}

function placeList(places: readonly KnownPlace[]): readonly CardNode[] {
  const known = places.filter((place) => partsOf(place).length > 0);
  const items = known
    .slice(0, placesNamed)
    .map((place): Rich => [{ kind: 'text', text: place.name, bold: true }, ...rich(`: ${partsOf(place).join(', ')}`)]);
  const more = known.length - items.length;
  return [
    paragraph('This is deleted for good:'),
    { kind: 'list', ordered: false, items },
    ...(more > 0 ? [paragraph(`and what I keep in ${counted(more, 'more place')}.`)] : []),
  ];
}

/** How a place is called to the person themselves: `direct` is the conversation with the bot alone, null a name untold. */
export function nameOfPlace({ name, direct }: { readonly name: string | null; readonly direct: boolean }): string {
  return direct ? 'Direct messages with me' : (name ?? 'A place whose name I cannot see');
}

function partsOf({ points, kept }: KnownPlace): readonly string[] {
  const {
    dailyAnswers,
    quizzes,
    schedules,
    votes,
    dailyPractice,
    reminders,
    flags,
    suggestions,
    posted,
    marked,
    answers,
    others,
  } = kept;
  const named = [
    ...(points > 0 ? [counted(points, 'point')] : []),
    ...(dailyAnswers > 0 ? [counted(dailyAnswers, 'daily answer')] : []),
    ...(quizzes > 0 ? [`your part in ${counted(quizzes, 'quiz', 'quizzes')}`] : []),
    ...(answers > 0 ? [`what you learned from ${counted(answers, 'answer')}`] : []),
    ...(dailyPractice > 0 ? ['your daily practice'] : []),
    ...(reminders > 0 ? ['your reminders'] : []),
    ...(flags > 0 ? [counted(flags, 'flag on a question', 'flags on questions')] : []),
    ...(suggestions > 0 ? [counted(suggestions, 'suggestion')] : []),
    ...(posted > 0 ? [counted(posted, 'answer for peers', 'answers for peers')] : []),
    ...(marked > 0 ? [`marks on ${counted(marked, 'answer')}`] : []),
    ...(votes > 0 ? [counted(votes, 'vote on answers', 'votes on answers')] : []),
    ...(schedules > 0 ? ['that you set up a daily question'] : []),
  ];
  return named.length === 0 && others > 0 ? ['your name'] : named;
}
