import type { Complaint } from './complaint.ts';
import type { QuestionFile } from './question-file.ts';

/**
 * Warnings about `related`: a question that the bank does not have, which is not shown, and one that names itself. `ids` are
 * those of all questions, also of such whose file has a fault.
 */
export function remarkOnRelated(files: readonly QuestionFile[], ids: ReadonlySet<string>): readonly Complaint[] {
  return files.flatMap(({ file, question, lineOf }) =>
    (question.related ?? []).flatMap((id, index): Complaint[] => {
      const path = ['related', index];
      const at = { file, line: lineOf(path), field: path.join('.') };
      if (id === question.id) return [{ ...at, problem: 'It is this very question.', cure: 'Name another one.' }];
      return ids.has(id) ? [] : [{ ...at, problem: `There is no question ${id}.`, cure: 'Name one, or remove it.' }];
    }),
  );
}
