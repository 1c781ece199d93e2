import type { AskedItem } from '../core/asked-item.ts';
import type { Subject } from '../core/bank.ts';
import { ankiNote } from '../core/progress/anki-note.ts';
import { ankiText } from '../core/progress/anki-text.ts';
import { itemsCsv } from './csv.ts';
import type { FormatName } from './format-names.ts';
import { giftText } from './gift.ts';
import { kahootSheet, whyNotInKahoot } from './kahoot.ts';
import { moodleXml } from './moodle-xml.ts';
import { qtiPackage } from './qti3.ts';
import { zip } from './zip.ts';

/** A form in which other programs take questions; docs/exporting.md says what each keeps of an item. */
export type Format = {
  /** What the names of its files end with. */
  readonly suffix: string;
  /** A text, or the bytes of a file that is none. */
  readonly write: (items: readonly AskedItem[], subject: Subject) => string | Promise<Uint8Array>;
  /** Why an item cannot be in it, as the end of “left out, since …”; null if it can. */
  readonly whyNot: (item: AskedItem) => string | null;
};

const anything = () => null;

export const formats = {
  gift: { suffix: '.txt', write: giftText, whyNot: anything },
  'moodle-xml': { suffix: '.xml', write: moodleXml, whyNot: anything },
  qti3: { suffix: '.zip', write: async (items) => zip(qtiPackage(items)), whyNot: anything },
  anki: {
    suffix: '.txt',
    write: (items, subject) => {
      const notes = items.map((asked) => ankiNote({ asked, missed: false }, subject));
      return ankiText(notes, subject.title);
    },
    whyNot: anything,
  },
  csv: { suffix: '.csv', write: itemsCsv, whyNot: anything },
  kahoot: {
    suffix: '.xlsx',
    write: (items, { title }) => kahootSheet(items, title),
    whyNot: whyNotInKahoot,
  },
} as const satisfies Readonly<Record<FormatName, Format>>;
