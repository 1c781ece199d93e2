/** Everything a button can ask for. The verb decides which feature handles it. */
const verbs = [
  // Look-ups: all topics, or questions of one from a place on; open a question in a new message, or in place of the one that the button stands under; the rest of a long
  // answer, and away with it; show it to all.
  'topic',
  'show',
  'choose',
  'more',
  'less',
  'share',
  // Whether an answer was of use.
  'good',
  'bad',
  // Practice alone: an item of a question, and one of its options (what was asked, in which order, and the place).
  'practise',
  'try',
  // A practice: its id, then an option of a question, on, the end, another one, or one of what was missed.
  'session',
  // A mock interview: its id, then an answer, a point of its checklist, on, the end.
  'interview',
  // An answer for peers to mark: asked for (of an interview, and a question of it); the checklist, a point of it, sent.
  'peer',
  // What is begun on a topic: practice alone, or a quiz.
  'practice-on',
  'quiz-on',
  // A day's practice by direct message (its date, how often it was put off, and what to do); a time zone for all of them.
  'practice-day',
  'practice-zone',
  // The daily question: an option of a day's post; a skipped date that is to come after all; a time zone for one that is
  // being set up.
  'daily',
  'unskip',
  // A reminder of it: a time zone for all of them, an option of the question (its key, place and channel), no more of them.
  'remind',
  'zone',
  // What is wrong with an item, by the hash of what was asked.
  'flag',
  // A question that somebody suggests: written, shown to its author, taken back; and what whoever reviews does with it.
  'suggest',
  'suggested',
  // A person's own record: shown on the pages of boards or not; forgotten.
  'record',
  'forget',
  // How far somebody has come: shown to the channel, or taken along as a file.
  'progress',
  // Which bank the channel uses from now on.
  'bank',
  // All that is kept for the workspace or server: deleted.
  'scope',
  // Leaderboards: another page. A season's board: another page, shown to all, its end.
  'board',
  'season',
  // Quiz competitions: in the lobby, an option of a question, the host's controls (shown, used, and the yes or
  // no to a stop), and afterwards.
  'join',
  'leave',
  'team',
  'begin',
  'pick',
  'host',
  'control',
  'stop',
  'results',
  'review',
  'rematch',
] as const;

export type Verb = (typeof verbs)[number];

/** What a button asks for. Its id is this as short text, so that it still works after a restart. */
export type Button = { readonly verb: Verb; readonly args: readonly string[] };

/** `show:stride`. At most 100 characters if the arguments are ids of ours; none of them contains a colon. */
export function buttonId(verb: Verb, ...args: readonly (string | number)[]): string {
  return [verb, ...args].join(':');
}

/** Parses an id; null if no version of the bot made it. */
export function parseButtonId(id: string): Button | null {
  const [word, ...args] = id.split(':');
  const verb = verbs.find((candidate) => candidate === word);
  return verb === undefined ? null : { verb, args };
}
