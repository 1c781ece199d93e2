/** True for a direct-message conversation with the bot, or no conversation at all. */
export function isDirect(channel: string): boolean {
  return channel.startsWith('D') || channel === '-';
}
