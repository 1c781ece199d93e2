/**
 * The rules of all time zones at hand, passed in like the clock, so that who decides which rules hold (the runtime's, the
 * system's, a package's) is decided once and elsewhere.
 */
export type ZoneRules = {
  /** The release of the IANA time zone database, `2026f`; a later one sorts after an earlier one. */
  readonly version: string;
  /** The zones to look for and to offer, each once, under today's name or an earlier one. */
  readonly zones: readonly string[];
  /**
   * The name as the rules spell it, earlier names and aliases (`US/Pacific`) included, whatever the case; null if they
   * know no such zone. An offset (`+02:00`) is none.
   */
  readonly resolve: (name: string) => string | null;
  /**
   * How far the clocks of a zone are ahead of UTC at an instant (UTC ms), in ms; negative in the west. Throws a RangeError
   * for a name that `resolve` does not know.
   */
  readonly offsetAt: (zone: string, instant: number) => number;
};

/** The zone that all rules know, and by which is counted where another is wanted and not known. */
export const universalZone = 'UTC';
