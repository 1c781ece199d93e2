import type { z } from 'zod';
import type { Complaint } from './complaint.ts';

type Issue = z.core.$ZodIssue;

/** Where a schema's data stand: their file, and what to call the whole of them. */
type Where = {
  readonly file: string;
  readonly whole: string;
  readonly lineOf: (path: readonly PropertyKey[]) => number;
};

/** What is wrong with data by their schema, each with its own line; messages consist of the problem and then its cure. */
export function toComplaints(error: z.ZodError | undefined, { file, whole, lineOf }: Where): readonly Complaint[] {
  return (error?.issues ?? []).flatMap(toFaults).map(({ path, message }) => ({
    ...{ file, line: lineOf(path), field: path.join('.') || whole },
    ...splitMessage(message),
  }));
}

/** A message as the problem and its cure. */
export function splitMessage(message: string): Pick<Complaint, 'problem' | 'cure'> {
  const [, problem = message, cure = ''] = /^(.*?[.)]) ([A-Z].*)$/s.exec(message) ?? [];
  return { problem, cure: cure || 'See docs/writing-questions.md.' };
}

/** One for each unknown field, so that each is reported with its own line. */
function toFaults(issue: Issue): readonly Pick<Issue, 'path' | 'message'>[] {
  const { path, message } = issue;
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: [...path, key],
      message: `There is no field ${key}. Remove it, correct its name, or quote the text if it is a part of one.`,
    }));
  }
  if (/expected .* received undefined/.test(message)) return [{ path, message: 'It is missing. Add it.' }];
  return [{ path, message }];
}
