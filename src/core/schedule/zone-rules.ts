/**
 * The rules of all time zones at hand. Passed in like the clock: which rules apply (the runtime's, the system's, a
 * package's) is decided once, elsewhere.
 */
export type ZoneRules = {
  /** The release of the IANA time zone database, for instance `2026f`; later releases sort later. */
  readonly version: string;
  /** The zones to search and to offer, each once, under its present or a former name. */
  readonly zones: readonly string[];
  /**
   * The name as the rules spell it, former names and aliases (`US/Pacific`) included, whatever the case; null if they
   * know no such zone. An offset (`+02:00`) is not a zone.
   */
  readonly resolve: (name: string) => string | null;
  /**
   * How far a zone is ahead of UTC at an instant (UTC ms), in ms; negative in the west. Throws a RangeError for a name
   * that `resolve` does not know.
   */
  readonly offsetAt: (zone: string, instant: number) => number;
};

/** The zone that all rules know; used where another is wanted but unknown. */
export const universalZone = 'UTC';
