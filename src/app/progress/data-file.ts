import type { BankIndex } from '../bank-index.ts';
import { ownRecord } from '../boards/counted-boards.ts';
import { scopeOf } from '../person-keys.ts';
import type { Unit } from '../store/store.ts';
import type { Export } from './anki-file.ts';

/** The form of the file; goes up with every change that a reader would notice. */
const version = 1;

/**
 * All that is kept about a person under these keys of theirs, and what they learned anywhere, as JSON that says what it is. The keys
 * are of one person; `user` is one of them or could be. `now` in UTC ms.
 */
export async function dataExport(
  unit: Unit,
  { user, keys }: { readonly user: string; readonly keys: readonly string[] },
  bank: BankIndex,
  now: number,
): Promise<Export> {
  const answers = await unit.memory.answers(user);
  const subject = bank.subject();
  const data = {
    format: 'interview-bot/my-data',
    version,
    bank: subject.title,
    exported: instant(now),
    places: await placesOf(unit, keys),
    strength: (await unit.memory.strengths([user]))[0] ?? null,
    remembered: (await unit.memory.cards(user)).map((card) => ({
      ...card,
      due: instant(card.due),
      last: instant(card.last),
    })),
    answers: await answersIn(unit, answers, bank),
    stored: await unit.people.rows(user),
  };
  const text = `${JSON.stringify(data, null, 1)}\n`;
  return { file: { name: `${subject.command}-my-data.json`, type: 'application/json', text }, count: answers.length };
}

async function placesOf(unit: Unit, keys: readonly string[]) {
  const places = [];
  for (const key of keys) {
    const scope = scopeOf(key);
    const alone = ownRecord(scope);
    places.push({
      key,
      name: await unit.people.nameOf(key),
      shownOnBoards: await unit.people.isShown(key),
      together: await pointsIn(unit, scope, key),
      alone: await pointsIn(unit, alone, key),
      kept: await unit.people.kept(key),
    });
  }
  return places;
}

async function pointsIn({ scores }: Unit, board: string, key: string) {
  const row = await scores.own(board, 'all', key);
  if (row === null) return null;
  const { points, answered, correct, won } = row;
  return { points, answered, correct, won, topics: await scores.topics(board, key) };
}

/** Each with the words of the option that was chosen, where anybody still knows them. */
async function answersIn(unit: Unit, answers: Awaited<ReturnType<Unit['memory']['answers']>>, bank: BankIndex) {
  const known = await bank.allAsked(
    unit,
    answers.flatMap(({ asked }) => asked ?? []),
  );
  return answers.map(({ asked, choice, at, ...answer }) => {
    const chosen = known.get(asked ?? '')?.item.options[choice ?? -1]?.text ?? null;
    return { at: instant(at), ...answer, chosen };
  });
}

function instant(at: number): string {
  return new Date(at).toISOString();
}
