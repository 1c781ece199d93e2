/** A conversation with the bot alone, or no conversation at all. */
export function isDirect(channel: string): boolean {
  return channel.startsWith('D') || channel === '-';
}
