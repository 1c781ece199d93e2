import { asRead } from './as-read.ts';
import type { Complaint } from './complaint.ts';
import type { QuestionFile } from './question-file.ts';

const pointsToOthers =
  /\b(all|none|both|any|neither) of (the )?(above|these|them|others)\b|\b(both|either|neither) [A-D] (and|or|nor) [A-D]\b/i;

/**
 * Faults of a file's items that a schema cannot express: an item without a right option or with two, and options that
 * repeat or refer to each other. Options that differ only in case are different: in code `list` and `List` are not
 * the same.
 */
export function lintItems({ file, fields, lineOf }: QuestionFile): readonly Complaint[] {
  return fields.items.flatMap((item, index) => {
    const place = { file, line: lineOf(['items', index, 'options']), field: `items.${index}.options` };
    const texts = item.options.map((option) => option.text);
    const complaints: Complaint[] = [];
    const complain = (problem: string, cure: string) => complaints.push({ ...place, problem, cure });
    const right = item.options.filter((option) => option.correct === true).length;
    if (right !== 1) complain(`${right} options are correct.`, 'Mark exactly one `correct: true`.');
    if (new Set(texts.map(asRead)).size < texts.length) {
      complain('Two options are the same.', 'Make them four different ones.');
    }
    if (texts.some((text) => pointsToOthers.test(text))) {
      complain('An option refers to the others.', 'Options are shuffled; let each stand alone.');
    }
    return complaints;
  });
}
