import type { MemoryCard } from '../../core/memory/memory-card.ts';
import type { PracticeSession } from '../../core/practice/session.ts';
import type { MemoryAnswer, MemoryUnit } from '../store/memory.ts';
import type { PracticeMemory } from './practice-memory.ts';

/** Practice of one person as long as the process runs, for a bot without a store. */
export function createInProcessMemory(): PracticeMemory {
  const answers: MemoryAnswer[] = [];
  const cards = new Map<string, MemoryCard>();
  const events = new Set<string>();
  let session: PracticeSession | null = null;

  const all = () => [...cards.values()].toSorted((one, other) => one.due - other.due);
  const memory: MemoryUnit = {
    note: async (answer) => {
      const { afterAnswer } = await import('../../core/memory/after-answer.ts');
      if (answers.some(({ source }) => source === answer.source)) return null;
      answers.push(answer);
      const card = afterAnswer(cards.get(answer.question) ?? null, answer.question, answer);
      cards.set(answer.question, card);
      return card;
    },
    cards: async () => all(),
    due: async (_, until, limit) =>
      all()
        .filter(({ due }) => due <= until)
        .slice(0, limit),
    recent: async (_, limit) => answers.toReversed().slice(0, limit),
    rebuild: async () => {},
    learners: async () => [],
  };
  const practice = {
    lock: async () => session,
    reserve: async () => session,
    save: async (_: string, saved: PracticeSession) => {
      session = saved;
    },
  };
  const items = { find: async () => new Map(), keep: async () => {}, atPlace: async () => null };
  const isNew = async (event: string) => !events.has(event) && events.add(event).has(event);
  return { transact: (work) => work({ memory, practice, items, isNew }) };
}
