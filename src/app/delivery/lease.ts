/**
 * How long a process holds what it has claimed to send, in ms, and once more from the mark before a post's first byte on:
 * longer than an attempt and what follows it, so that nobody takes over from a process that lives; and not much longer,
 * since it is what people wait for after one has died.
 */
export const lease = 8000;
