/**
 * A mention of a user group, as Slack writes it with and without its name: `<!subteam^S012|@learners>`
 * (https://docs.slack.dev/messaging/formatting-message-text#mentioning-groups).
 */
export const groupMention = /<!subteam\^(S[A-Z0-9]{1,30})(?:\|[^<>\n]*)?>/;

/** The id of a user group, from a mention of it or as it is; null for anything else. */
export function groupIdOf(group: string): string | null {
  const [, mentioned] = new RegExp(`^${groupMention.source}$`).exec(group) ?? [];
  return mentioned ?? (/^S[A-Z0-9]{1,30}$/.test(group) ? group : null);
}
