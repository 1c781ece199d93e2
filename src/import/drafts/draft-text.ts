import { stringify } from 'yaml';
import { toBeWritten } from '../../core/to-be-written.ts';
import type { Draft } from './draft.ts';

/** A draft as a question file, in the order in which our files have their fields. */
export function draftText(draft: Draft): string {
  return `---\n${stringify(fieldsOf(draft), { lineWidth: 0, aliasDuplicateObjects: false })}---\n\n${draft.answer}\n`;
}

function fieldsOf({ id, title, topic, level, source, remarks, stem, code, options }: Draft): object {
  return {
    ...{ draft: true, id, title, aliases: [toBeWritten], topic, level },
    references: [{ title: toBeWritten, url: toBeWritten }],
    source: said(source),
    ...(remarks.length > 0 ? { remarks } : {}),
    items: [
      {
        stem,
        ...(code === '' ? {} : { code: `${code}\n` }),
        options: options.map(({ text, correct, why }) => ({ text, ...(correct ? { correct: true } : {}), why })),
      },
    ],
  };
}

/** What the source says nothing of is left out. */
function said(source: Draft['source']): object {
  return Object.fromEntries(
    Object.entries(source).filter(([, value]) => typeof value === 'number' || value.length > 0),
  );
}
