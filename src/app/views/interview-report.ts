import type { Subject } from '../../core/bank.ts';
import { topicTitle } from '../../core/bank.ts';
import { bareId } from '../../core/bank-name.ts';
import { bar } from '../../core/bar.ts';
import type { Card, CardNode, Rich } from '../../core/card.ts';
import { hint, muted, paragraph } from '../../core/card.ts';
import type { Interview } from '../../core/interview/interview.ts';
import { answeredIn } from '../../core/interview/interview.ts';
import { reportOf } from '../../core/interview/report.ts';
import { buttonId } from '../dispatch/button.ts';
import { questionAction } from './answer.ts';
import { counted } from './numbers.ts';

/** Questions to read again with a button each; few enough that a phone shows them all. */
const titlesShown = 5;

/** How an interview went, by topic, what to read again, and what to practise. */
export function interviewReportCard(interview: Interview, subject: Subject): Card {
  const answered = answeredIn(interview).length;
  const { said, all, topics, readAgain } = reportOf(interview);
  if (answered === 0) {
    return {
      title: 'Interview ended',
      body: [paragraph('You answered nothing, so nothing has changed. To begin: ', hint('interview'))],
    };
  }
  const [weakest] = topics;
  const lines = topics.map(
    (result): Rich => [
      { kind: 'code', text: bar(result.said / result.all) },
      {
        kind: 'text',
        text: ` ${topicTitle(subject, result.topic)}: ${result.said} of ${counted(result.all, 'point')}`,
      },
    ],
  );
  return {
    title: `Interview: ${said} of ${counted(all, 'point')}, in ${counted(answered, 'question')}`,
    tone: readAgain.length === 0 ? 'good' : 'neutral',
    body: [
      { kind: 'list', ordered: false, items: lines },
      ...readAgainNodes(readAgain),
      ...(weakest === undefined || readAgain.length === 0
        ? []
        : [
            paragraph(
              `To practise what was weakest, ${topicTitle(subject, weakest.topic)}: `,
              hint(`practice ${bareId(weakest.topic)}`),
            ),
          ]),
      {
        kind: 'actions',
        actions: [{ id: buttonId('interview', interview.id, 'anew'), label: 'Another interview', style: 'primary' }],
      },
      muted(
        'A question counts as right from two points in three on. What fell short comes back first in ',
        hint('practice'),
        '.',
      ),
    ],
  };
}

function readAgainNodes(questions: ReturnType<typeof reportOf>['readAgain']): readonly CardNode[] {
  if (questions.length === 0) return [paragraph('You said most of every answer. Well done.')];
  const shown = questions.slice(0, titlesShown);
  const more = questions.length - shown.length;
  return [
    paragraph('To read again:'),
    {
      kind: 'actions',
      actions: shown.map(({ question, title }) => questionAction('show', { id: question, title })),
    },
    ...(more > 0 ? [muted(`and ${counted(more, 'more question')}.`)] : []),
  ];
}
