/**
 * A text without the emoji of servers, which are words to a machine alone (`<:wave:80351110224678912>`, `<a:…>` where they
 * move; https://discord.com/developers/docs/reference#message-formatting).
 */
export function withoutCustomEmoji(text: string): string {
  return text.replace(/\s*<a?:\w{2,32}:\d{5,20}>/g, '').trim();
}
