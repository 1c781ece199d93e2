import { itemKey } from '../../core/asked-item.ts';
import type { Interview } from '../../core/interview/interview.ts';
import type { ItemRecord } from '../../core/memory/item-record.ts';
import { blankRecord, recordAnswer } from '../../core/memory/item-record.ts';
import type { MemoryCard } from '../../core/memory/memory-card.ts';
import { newcomer } from '../../core/memory/rating.ts';
import type { PracticeSession } from '../../core/practice/session.ts';
import type { InterviewUnits } from '../interview/interview-memory.ts';
import type { MemoryAnswer, MemoryUnit } from '../store/memory.ts';
import type { PracticeUnits } from './practice-memory.ts';

type Units = PracticeUnits & InterviewUnits;

/** As of a store. */
type InProcessMemory = { readonly transact: <Result>(work: (unit: Units) => Promise<Result>) => Promise<Result> };

/** Practice and interviews of one person as long as the process runs, for a bot without a store. */
export function createInProcessMemory(): InProcessMemory {
  const answers: MemoryAnswer[] = [];
  const cards = new Map<string, MemoryCard>();
  const events = new Set<string>();
  const records = new Map<string, ItemRecord>();
  let person = newcomer;
  let interview: Interview | null = null;
  let session: PracticeSession | null = null;

  const rate = (answer: MemoryAnswer) => {
    const { question, item, level } = answer;
    if (answers.some((other) => other.question === question && other.item === item)) return;
    const key = itemKey(question, item);
    const after = recordAnswer(records.get(key) ?? blankRecord(question, item, level), person, answer);
    records.set(key, after.record);
    person = after.person;
  };

  const all = () => [...cards.values()].toSorted((one, other) => one.due - other.due);
  const memory: MemoryUnit = {
    note: async (answer) => {
      const { afterAnswer } = await import('../../core/memory/after-answer.ts');
      if (answers.some(({ source }) => source === answer.source)) return null;
      rate(answer);
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
    answers: async () => answers,
    // Nobody is shown how they come on where nothing is kept.
    weeks: async () => [],
    rebuild: async () => {},
    learners: async () => [],
    records: async () => [...records.values()],
    strengths: async () => [person],
    rerate: async () => {},
  };
  const practice = {
    lock: async () => session,
    reserve: async () => session,
    savedAt: async () => 0,
    save: async (_: string, saved: PracticeSession) => {
      session = saved;
    },
  };
  const interviews = {
    lock: async () => interview,
    reserve: async () => interview,
    save: async (_: string, saved: Interview) => {
      interview = saved;
    },
  };
  const items = { find: async () => new Map(), keep: async () => {}, atPlace: async () => null };
  const isNew = async (event: string) => !events.has(event) && events.add(event).has(event);
  // Nothing comes by itself here.
  const dailyPractice = { lock: async () => null };
  const outbox = { withdraw: async () => {} };
  return { transact: (work) => work({ memory, practice, interviews, items, isNew, dailyPractice, outbox }) };
}
