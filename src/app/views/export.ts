import type { Card, CardFile, CardNode } from '../../core/card.ts';
import { hint, muted, paragraph } from '../../core/card.ts';
import { counted } from './numbers.ts';

type Exported = {
  readonly file: CardFile;
  /** Questions, or answers, that are in it. */
  readonly count: number;
  /** Where the same can be downloaded; null where there is no page. */
  readonly url: string | null;
};

/** The questions that somebody has answered, for Anki; how to get them in there. */
export function ankiCard({ file, count, url }: Exported): Card {
  if (count === 0) return nothingToExportCard();
  return {
    title: 'Your questions for Anki',
    body: [
      paragraph(
        `${counted(count, 'question')} that you have answered, those that you missed first. In Anki choose File, Import. `,
        'Import a newer file whenever you like: it brings what is new and updates the rest, so nothing is doubled.',
      ),
      ...download(file, url),
    ],
    file,
  };
}

/** All that is kept about somebody. */
export function dataCard({ file, count, url }: Exported): Card {
  return {
    title: 'Your data',
    body: [
      paragraph(
        `All that I keep about you, as JSON: ${counted(count, 'answer')}, what you remember of each question, and your points.`,
      ),
      ...download(file, url),
      muted('To delete it: ', hint('forget me')),
    ],
    file,
  };
}

function download({ name }: CardFile, url: string | null): readonly CardNode[] {
  if (url === null) return [];
  return [paragraph({ kind: 'link', text: `Download ${name}`, url })];
}

function nothingToExportCard(): Card {
  return {
    title: 'Nothing to export yet',
    body: [paragraph('You have not answered a question yet. To begin: ', hint('practice'))],
  };
}
