/** `1 question`, `2 questions`, `no questions`; `plural` where it does not end in s. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count === 0 ? 'no' : count} ${count === 1 ? noun : plural}`;
}
