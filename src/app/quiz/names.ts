/** Kinds of timers of a quiz: a phase that ends, and what follows when a message of it was sent or not. */
export const quizTimers = { phase: 'quiz', sent: 'quiz-sent' } as const;

/**
 * What the payload of `quizTimers.sent` says of the message; `card` and `look` are edits of the lobby's card and of a message
 * in the thread, by which it is noticed that they are gone; `anew` is an edit of the card of a lobby that is shown once more when it is.
 */
export type SentPart = 'lobby' | 'thread' | 'question' | 'reveal' | 'say' | 'result' | 'card' | 'anew' | 'look';

/** Ids of a quiz's outgoing messages. Those of one lane are sent in order; what may be dropped has a lane of its own. */
export const outgoingIds = {
  lobby: (quiz: string) => `quiz:${quiz}:lobby`,
  lobbyEdit: (quiz: string) => `quiz:${quiz}:lobby-edit`,
  thread: (quiz: string) => `quiz:${quiz}:thread`,
  question: (quiz: string, no: number) => `quiz:${quiz}:question:${no}`,
  progress: (quiz: string, no: number) => `quiz:${quiz}:progress:${no}`,
  reveal: (quiz: string, no: number) => `quiz:${quiz}:reveal:${no}`,
  revealAgain: (quiz: string, no: number) => `quiz:${quiz}:reveal-again:${no}`,
  say: (quiz: string, version: number) => `quiz:${quiz}:say:${version}`,
  slowed: (quiz: string) => `quiz:${quiz}:slowed`,
  result: (quiz: string) => `quiz:${quiz}:result`,
  resultAgain: (quiz: string) => `quiz:${quiz}:result-again`,
  channelResult: (quiz: string) => `quiz:${quiz}:channel-result`,
  tellHost: (quiz: string, version: number) => `quiz:${quiz}:tell-host:${version}`,
} as const;

export function timerKey(quiz: string, timer: string): string {
  return `quiz:${quiz}:${timer}`;
}
