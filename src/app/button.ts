/** What a button asks for. Its id is this as short text, so that it works after a restart as well. */
export type Button = {
  /** `show` opens a question in a new message, `choose` in place of the message that the button stands under. */
  readonly verb: (typeof verbs)[number];
  readonly question: string;
};

const verbs = ['show', 'choose'] as const;

/** `show:stride`: at most 100 characters, since ids of questions have at most 60. */
export function buttonId({ verb, question }: Button): string {
  return `${verb}:${question}`;
}

/** Reads an id back; null for one that this version did not make. */
export function parseButtonId(id: string): Button | null {
  const [word, question = '', ...rest] = id.split(':');
  const verb = verbs.find((candidate) => candidate === word);
  return verb === undefined || question === '' || rest.length > 0 ? null : { verb, question };
}
