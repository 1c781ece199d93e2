/** In place of a level: what about 7 in 10 of those who play there will get right. */
export const fitting = 'fitting';

/** What a host can choose. Topics and level are those of the bank; none chosen means all. */
export type Settings = {
  /** Number of questions. */
  readonly count: number;
  /** Time for each question. */
  readonly seconds: number;
  /** Time from the reveal to the next question. */
  readonly revealSeconds: number;
  readonly lobbySeconds: number;
  /** Number of teams; null if everybody plays alone. */
  readonly teams: number | null;
  readonly topics: readonly string[];
  readonly level: string | null;
};

export const defaultSettings: Settings = {
  count: 10,
  seconds: 20,
  revealSeconds: 5,
  lobbySeconds: 30,
  teams: null,
  topics: [],
  level: null,
};

/** The bounds of each number that a host can set; whole numbers only. */
export const settingBounds = {
  count: { least: 1, most: 50 },
  seconds: { least: 5, most: 300 },
  /** In minutes. */
  lobby: { least: 1, most: 30 },
  teams: { least: 2, most: 8 },
} as const;
