const kinds = ['points', 'answered', 'correct', 'won'] as const;

export type Sum = Readonly<Record<(typeof kinds)[number], number>>;

const nothing: Sum = { points: 0, answered: 0, correct: 0, won: 0 };

/** Sums by board and person, reckoned by the test. */
export class Sums {
  readonly byKey = new Map<string, Sum>();

  add(boards: readonly string[], user: string, change: Partial<Sum>): void {
    for (const board of boards) {
      const key = `${board} ${user}`;
      const before = this.byKey.get(key) ?? nothing;
      this.byKey.set(key, {
        points: before.points + (change.points ?? 0),
        answered: before.answered + (change.answered ?? 0),
        correct: before.correct + (change.correct ?? 0),
        won: before.won + (change.won ?? 0),
      });
    }
  }

  /** Where the bot's own sums of all time differ (I3). */
  differences(rows: readonly (Sum & { board: string; period: string; user_key: string })[]): readonly string[] {
    const stored = new Map(
      rows.filter(({ period }) => period === 'all').map((row) => [`${row.board} ${row.user_key}`, row]),
    );
    const keys = new Set([...stored.keys(), ...this.byKey.keys()]);
    return [...keys].flatMap((key) => {
      const [kept, right] = [stored.get(key) ?? nothing, this.byKey.get(key) ?? nothing];
      return kinds.flatMap((kind) =>
        kept[kind] === right[kind] ? [] : [`I3: ${key} has ${kind} ${kept[kind]} instead of ${right[kind]}`],
      );
    });
  }
}
