import type { NamedTopic } from '../core/bank.ts';
import type { BankFile } from './bank-file.ts';
import { topicList } from './bank-file.ts';
import type { Complaint } from './complaint.ts';
import type { BankFolder } from './place.ts';
import { bankFile } from './place.ts';
import { splitMessage } from './schema-faults.ts';

/** What one of a bank's folders says about itself. */
export type FolderAbout = { readonly folder: BankFolder; readonly about: BankFile };

/** What the first folder says, with the topics that only others have after its own; or complaints about those. */
export function withMoreTopics([first, ...others]: readonly [FolderAbout, ...FolderAbout[]]):
  | BankFile
  | readonly Complaint[] {
  const { fields, lineOf } = first.about;
  const from = new Map<NamedTopic, BankFolder>(fields.topics.map((topic) => [topic, first.folder]));
  const has = (id: string) => [...from.keys()].some((topic) => topic.id === id);
  for (const { folder, about } of others) {
    for (const topic of about.fields.topics) if (!has(topic.id)) from.set(topic, folder);
  }
  const topics = [...from.keys()];
  const { error } = topicList.safeParse(topics);
  if (error === undefined) return { fields: { ...fields, topics }, lineOf };
  return error.issues.map(({ path: [index], message }) => {
    const topic = topics[Number(index)];
    const label = (topic === undefined ? undefined : from.get(topic))?.label ?? '';
    return {
      file: `${label}${bankFile}`,
      line: 1,
      field: topic === undefined ? 'topics' : `topics: ${topic.id}`,
      ...splitMessage(message),
    };
  });
}
