import { LineCounter } from 'yaml';
import { z } from 'zod';
import type { NamedTopic } from '../core/bank.ts';
import { isReserved, subcommands } from '../core/command/reserved.ts';
import type { Complaint } from './complaint.ts';
import { line, list, text } from './field.ts';
import { bankFile, questionsFolder } from './place.ts';
import { toComplaints } from './schema-faults.ts';
import { parseYaml } from './yaml.ts';

/** A platform offers 25 choices at most, and people see them all at once. */
const mostTopics = 20;

/** The name of an app on Slack has at most so many characters; the title of the bank is that name. */
const longestTitle = 35;

/** Names of commands that the bot has besides, or that Slack keeps for itself. */
const takenCommands: readonly string[] = [
  ...[...subcommands, 'forget-me'],
  ...['apps', 'archive', 'away', 'active', 'call', 'collapse', 'dm', 'dnd', 'expand', 'feedback', 'invite', 'join'],
  ...['kick', 'leave', 'msg', 'mute', 'open', 'prefs', 'remind', 'remove', 'rename', 'search', 'shortcuts', 'shrug'],
  ...['star', 'status', 'topic', 'who'],
];

const topic = z.strictObject({
  id: text('Write one word.')
    .regex(
      /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
      'It may have lower-case letters, digits and single hyphens, and begins with a letter. Rename it and its folder.',
    )
    .max(30, 'It is longer than 30 characters. People type it, so shorten it.')
    .refine(
      (id) => !isReserved(id) && id !== questionsFolder,
      'This word means something else in a command. Choose another, for the folder too.',
    ),
  title: line(40).refine(
    (title) => !isReserved(title.toLowerCase()),
    'This word means something else in a command. Choose another.',
  ),
});

/** No word may stand for two topics. */
function refuseDoubles(topics: readonly NamedTopic[], context: z.core.$RefinementCtx): void {
  const first = new Map<string, number>();
  for (const [index, named] of topics.entries()) {
    for (const field of ['id', 'title'] as const) {
      const word = named[field].toLowerCase();
      const other = first.get(word);
      if (other !== undefined && other !== index) {
        const message = `Topic ${other + 1} is called so, too. Change one of them.`;
        context.addIssue({ code: 'custom', path: [index, field], message, input: named });
      }
      first.set(word, other ?? index);
    }
  }
}

/** Words as they are compared: in lower case, with single spaces. */
const phrase = line(80).transform((typed) => typed.toLowerCase().replace(/\s+/g, ' '));

const phrases = list(phrase)
  .optional()
  .transform((given) => given ?? []);

/** The topics of a bank, none of which stands for another. */
export const topicList = list(topic)
  .min(1, 'There is none. Add one for each folder of questions.')
  .max(mostTopics, `There are more than ${mostTopics}. Put some together.`)
  .superRefine(refuseDoubles);

/** The schema of `bank.yaml`; every message says what is wrong and then what to do. */
const bankFields = z.strictObject({
  name: line(30),
  title: line(longestTitle),
  command: text('Write one word.')
    .regex(
      /^[a-z][a-z0-9]*([-_][a-z0-9]+)*$/,
      'It may have lower-case letters, digits, hyphens and underscores, and begins with a letter. Change it.',
    )
    .max(31, 'It is longer than 31 characters. Shorten it.')
    .refine((command) => !takenCommands.includes(command), 'There is such a command already. Choose another.')
    .default('ask'),
  language: line(35).refine(isLanguage, 'It is no tag of a language. Write one such as `en` or `pt-BR`.').default('en'),
  topics: topicList,
  examples: list(line(60))
    .max(3, 'There are more than three. Keep the best.')
    .optional()
    .transform((ids) => ids ?? []),
  subject: list(phrase).optional(),
  neighbours: phrases,
  synonyms: list(list(phrase).min(2, 'One alone is no synonym. Add another, or remove it.'))
    .optional()
    .transform((groups) => groups ?? []),
});

export type BankFields = z.infer<typeof bankFields>;

/** What a bank says about itself, with the line of each field. */
export type BankFile = {
  readonly fields: BankFields;
  readonly lineOf: (path: readonly PropertyKey[]) => number;
};

/** Parses the text of a `bank.yaml`, with `\n` line ends. Either its fields or all complaints about it. */
export function parseBankFile(yaml: string): BankFile | readonly Complaint[] {
  const lines = new LineCounter();
  const lineAt = (offset: number) => Math.max(1, lines.linePos(offset).line);
  const { data, faults, losses, offsetOf } = parseYaml(yaml, lines);
  const complaints: Complaint[] = [...faults.map((fault) => ({ ...fault, path: [] })), ...losses].map(
    ({ offset, path, problem, cure }) => {
      return { file: bankFile, line: lineAt(offset), field: path.join('.') || 'file', problem, cure };
    },
  );
  if (data === null) {
    const empty = { problem: 'It is empty.', cure: 'Write it as docs/writing-questions.md shows.' };
    return complaints.length > 0 ? complaints : [{ file: bankFile, line: 1, field: 'file', ...empty }];
  }
  const lineOf = (path: readonly PropertyKey[]) => lineAt(offsetOf(path));
  const parsed = bankFields.safeParse(data);
  complaints.push(...toComplaints(parsed.error, { file: bankFile, whole: 'file', lineOf }));
  return parsed.success && complaints.length === 0 ? { fields: parsed.data, lineOf } : complaints;
}

/**
 * What a bank without a `bank.yaml` is taken for: its topics are the folders in which its questions stand, and its subject
 * has no name. Or complaints about folders that cannot be topics.
 */
export function deriveBankFile(folders: readonly string[]): BankFile | readonly Complaint[] {
  const topics = folders.toSorted().map((id) => ({ id, title: inWords(id) }));
  const neutral = { name: 'Interview', title: 'Interview questions', topics, subject: [] };
  const lineOf = () => 1;
  const parsed = bankFields.safeParse(neutral);
  if (parsed.success) return { fields: parsed.data, lineOf };
  return toComplaints(parsed.error, { file: bankFile, whole: 'file', lineOf }).map((complaint) => {
    const folder = topics[Number(/^topics\.(\d+)\./.exec(complaint.field)?.[1])]?.id;
    return folder === undefined ? complaint : { ...complaint, file: folder, field: 'folder' };
  });
}

/** `merge-conflicts` as `Merge conflicts`. */
function inWords(id: string): string {
  return `${id.slice(0, 1).toUpperCase()}${id.slice(1).replaceAll('-', ' ')}`;
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
