import type { Subject } from '../../core/bank.ts';
import { topicTitle } from '../../core/bank.ts';
import { bareId } from '../../core/bank-name.ts';
import { bar } from '../../core/bar.ts';
import type { Card, CardNode, Field, PictureNode, Rich } from '../../core/card.ts';
import { hint, muted, paragraph, rich } from '../../core/card.ts';
import type { Progress, TopicProgress } from '../../core/progress/progress.ts';
import { lately, shareOf } from '../../core/progress/progress.ts';
import { buttonId } from '../dispatch/button.ts';
import { counted, grouped, percent } from './numbers.ts';

/** The latest weeks that are told in words beside all of them. */
const latest = 4;

/** What is due, and how much is learned. */
export function progressFields({ today, week, learned, met, questions }: Progress): readonly Field[] {
  return [
    { name: 'To repeat', value: rich(`${grouped(today)} today, ${grouped(week)} within a week`) },
    {
      name: 'Learned',
      value: rich(`${grouped(learned)} of ${counted(questions, 'question')}; ${grouped(met)} met so far`),
    },
  ];
}

/** Right answers by topic in words, as a picture, and what to practise. */
export function progressNodes(progress: Progress, subject: Subject): readonly CardNode[] {
  const { topics } = progress;
  const [weakest] = topics;
  if (weakest === undefined) return [];
  return [
    ...topicLines(progress, subject),
    progressPicture(progress, 'Your progress', subject),
    muted('Learned is what you will still know after 90 days, nine times in ten. Practice counts here, too.'),
    ...(weakest.correct === weakest.answered
      ? []
      : [muted('To practise: ', hint(`practice ${bareId(weakest.topic)}`))]),
  ];
}

/** The address of the page, to whom it is for. */
export function pageLine(page: string | null): readonly CardNode[] {
  if (page === null) return [];
  const link = { kind: 'link', text: 'Your progress as a page', url: page } as const;
  return [muted(link, '. Its address is your secret: whoever has it sees the page, and can download your answers.')];
}

/** What one can do with it: show it to all, where there are others, and take it along. */
export function progressActions(direct: boolean): CardNode {
  return {
    kind: 'actions',
    actions: [
      ...(direct ? [] : [{ id: buttonId('progress', 'share'), label: 'Share' }]),
      { id: buttonId('progress', 'anki'), label: 'Questions for Anki' },
      { id: buttonId('progress', 'data'), label: 'My data as JSON' },
    ],
  };
}

/** Somebody's progress as all in the channel see it, once they have pressed Share. */
export function sharedProgressCard(
  person: { readonly user: string; readonly name: string },
  progress: Progress,
  subject: Subject,
): Card {
  return {
    title: 'Progress',
    body: [
      paragraph({ kind: 'person', user: person.user, text: person.name }, ' shows how far they have come:'),
      {
        kind: 'fields',
        fields: [
          ...progressFields(progress).slice(1),
          {
            name: 'Right answers',
            value: rich(
              `${grouped(progress.correct)} of ${grouped(progress.answered)} (${percent(progress.correct, progress.answered)})`,
            ),
          },
        ],
      },
      ...topicLines(progress, subject),
      progressPicture(progress, person.name, subject),
      muted('To see your own: ', hint('me')),
    ],
  };
}

/** In place of it, for whoever was forgotten since the button was made. */
export function noProgressCard({ user, name }: { readonly user: string; readonly name: string }): Card {
  return {
    title: 'Progress',
    body: [paragraph({ kind: 'person', user, text: name }, ' has not answered anything yet.')],
  };
}

function topicLines({ topics }: Progress, subject: Subject): readonly CardNode[] {
  if (topics.length === 0) return [];
  return [
    paragraph(topics.length === 1 ? 'By topic:' : 'By topic, the weakest first:'),
    { kind: 'list', ordered: false, items: topics.map((topic) => topicLine(topic, subject)) },
  ];
}

/** A bar, and `30 of 45, in the last 4 weeks 8 of 9`. */
function topicLine(topic: TopicProgress, subject: Subject): Rich {
  const late = lately(topic, latest);
  const isTold = late.answered > 0 && late.answered < topic.answered;
  const of = isTold ? `, in the last ${latest} weeks ${grouped(late.correct)} of ${grouped(late.answered)}` : '';
  return [
    { kind: 'code', text: bar(shareOf(topic)) },
    {
      kind: 'text',
      text: ` ${topicTitle(subject, topic.topic)}: ${grouped(topic.correct)} of ${grouped(topic.answered)}${of}`,
    },
  ];
}

/** The same week by week, for people who prefer looking to reading. */
function progressPicture(progress: Progress, title: string, subject: Subject): PictureNode {
  const { topics, learned, questions, correct, answered } = progress;
  const summary = `${grouped(learned)} of ${counted(questions, 'question')} learned, ${percent(correct, answered)} of ${counted(answered, 'answer')} right`;
  const rows = topics.map((topic) => ({
    name: topicTitle(subject, topic.topic),
    accuracy: shareOf(topic),
    weeks: topic.weeks.map((week) => (week.answered === 0 ? null : shareOf(week))),
  }));
  const told = topics.map(
    (topic) => `${topicTitle(subject, topic.topic)} ${percent(topic.correct, topic.answered)} right`,
  );
  return {
    kind: 'picture',
    alt: `${title}: ${summary}. Right answers by topic and week: ${told.join('; ')}.`,
    picture: { kind: 'progress', title, summary, topics: rows },
  };
}
