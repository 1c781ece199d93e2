import type { Gap } from './store/gap.ts';

/** Counts a query that the bank answers not at all, or not well; the text, never the person. */
export type NoteGap = (gap: Pick<Gap, 'kind' | 'query' | 'question'>) => Promise<void>;
