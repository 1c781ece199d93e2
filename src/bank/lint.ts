import type { Complaint } from './complaint.ts';
import type { QuestionFile } from './question-file.ts';

/** Options longer than this many characters are prose, and prose must not give the key away by its length. */
const proseLength = 20;

/** Longest by shortest option of an item in prose. */
const mostUneven = 1.3;

const pointsToOthers =
  /\b(all|none|both|any|neither) of (the )?(above|these|them|others)\b|\b(both|either|neither) [A-D] (and|or|nor) [A-D]\b/i;

/** Faults of a file's items that a schema cannot say: options that repeat, differ in length or refer to each other. */
export function lintItems({ file, fields, lineOf }: QuestionFile): readonly Complaint[] {
  return fields.items.flatMap((item, index) => {
    const field = `items.${index}.options`;
    const complain = (problem: string, cure: string): Complaint => ({
      file,
      line: lineOf(['items', index, 'options']),
      field,
      problem,
      cure,
    });
    const texts = item.options.map((option) => option.text);
    const complaints: Complaint[] = [];
    const right = item.options.filter((option) => option.correct === true).length;
    if (right !== 1) complaints.push(complain(`${right} options are correct.`, 'Mark exactly one `correct: true`.'));
    if (new Set(texts.map((text) => text.toLowerCase().replace(/\s+/g, ' '))).size < texts.length) {
      complaints.push(complain('Two options are the same.', 'Make them four different ones.'));
    }
    const lengths = texts.map((text) => [...text].length);
    const longest = Math.max(...lengths);
    const ratio = longest / Math.min(...lengths);
    if (longest > proseLength && ratio > mostUneven) {
      complaints.push(
        complain(
          `The longest option is ${ratio.toFixed(2)} times the shortest.`,
          `Even them out to ${mostUneven} at most.`,
        ),
      );
    }
    if (texts.some((text) => pointsToOthers.test(text))) {
      complaints.push(complain('An option refers to the others.', 'Options are shuffled; let each stand alone.'));
    }
    return complaints;
  });
}

/** Share of items whose correct option is the single longest; chance, and the aim, is about a quarter. */
export function longestIsCorrect(files: readonly QuestionFile[]): number {
  const items = files.flatMap(({ question }) => question.items);
  const telling = items.filter(({ options }) => {
    const longest = Math.max(...options.map(({ text }) => text.length));
    const [only, ...others] = options.filter(({ text }) => text.length === longest);
    return others.length === 0 && only?.correct === true;
  });
  return items.length === 0 ? 0 : telling.length / items.length;
}
