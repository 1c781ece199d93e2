import type { Card, TextNode } from '../../core/card.ts';
import { hint, paragraph } from '../../core/card.ts';
import type { CommandSlip } from '../../core/command-slip.ts';

/** In place of an answer, where a command was probably meant and there is nothing better to show. */
export function commandSlipCard(slip: CommandSlip): Card {
  return { tone: 'notice', title: 'I did not get that', body: [commandHint(slip)] };
}

/** One line that says how to type the command that was perhaps meant. */
export function commandHint({ kind, meant }: CommandSlip): TextNode {
  const command = hint(meant);
  switch (kind) {
    case 'misspelt':
      return paragraph('Did you mean the command ', command, '? Type it like that.');
    case 'daily':
      return paragraph(
        'For the daily question type ',
        command,
        ', or with on and a time, now, skip, unskip or off in place of status.',
      );
    case 'random':
      return paragraph('For a random question type ', command, ', with a topic or a level behind it if you like.');
  }
}
