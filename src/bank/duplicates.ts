import { asRead } from './as-read.ts';
import type { Complaint } from './complaint.ts';
import type { QuestionFile } from './question-file.ts';

/** Questions that share an id, a number or a title. Titles that differ only in case are different. */
export function findDuplicates(files: readonly QuestionFile[]): readonly Complaint[] {
  const complaints: Complaint[] = [];
  for (const field of ['id', 'seed', 'title'] as const) {
    const first = new Map<string, string>();
    for (const { file, question, lineOf } of files) {
      const value = question[field];
      if (value === null) continue;
      const key = asRead(String(value));
      const other = first.get(key);
      const problem = `${other} has the same ${field}.`;
      if (other === undefined) first.set(key, file);
      else complaints.push({ file, line: lineOf([field]), field, problem, cure: 'Change one of them.' });
    }
  }
  return complaints;
}
