import type { AskedItem } from '../../src/core/asked-item.ts';
import { itemKey } from '../../src/core/asked-item.ts';
import type { Option } from '../../src/core/question.ts';

/** What a format keeps of an item, as it is read back; what one does not keep is missing. */
export type ReadItem = {
  readonly key?: string;
  readonly topic?: string;
  readonly level?: string;
  readonly title?: string;
  readonly stem: string;
  readonly code?: string;
  readonly options: readonly (Omit<Option, 'why'> & { readonly why?: string })[];
};

/** An item as it is read back from a format that keeps everything. */
export function wholeOf({ question, item }: AskedItem): ReadItem {
  const { id, stem, code, options } = item;
  const { title, topic, level } = question;
  const more = code === undefined ? {} : { code };
  return { key: itemKey(question.id, id), topic, level, title, stem, ...more, options };
}
