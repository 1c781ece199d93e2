/** What a host can choose. Topics and level are those of the bank; none chosen means all. */
export type Settings = {
  /** Questions. */
  readonly count: number;
  /** For each question. */
  readonly seconds: number;
  /** From a question's answer to the next question. */
  readonly revealSeconds: number;
  readonly lobbySeconds: number;
  /** How many teams, or null: everybody plays alone. */
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

/** The least and the most that each number may be; whole numbers only. */
export const settingBounds = {
  count: { least: 1, most: 50 },
  seconds: { least: 5, most: 300 },
  revealSeconds: { least: 1, most: 60 },
  lobbySeconds: { least: 5, most: 600 },
  teams: { least: 2, most: 8 },
} as const;

export type BoundedSetting = keyof typeof settingBounds;

export type SettingsResult =
  | { readonly kind: 'settings'; readonly settings: Settings }
  | {
      readonly kind: 'out-of-bounds';
      readonly setting: BoundedSetting;
      readonly value: number;
      readonly least: number;
      readonly most: number;
    };

/** The wishes, with the defaults where there is none; or the first number that is out of its bounds. */
export function toSettings(wishes: Partial<Settings>): SettingsResult {
  const settings = { ...defaultSettings, ...wishes };
  for (const setting of Object.keys(settingBounds) as BoundedSetting[]) {
    const { least, most } = settingBounds[setting];
    const value = settings[setting];
    if (value === null || (Number.isInteger(value) && value >= least && value <= most)) continue;
    return { kind: 'out-of-bounds', setting, value, least, most };
  }
  return { kind: 'settings', settings };
}
