/**
 * A text without custom server emoji, which are words only to a machine (`<:wave:80351110224678912>`, `<a:…>` if
 * animated; https://discord.com/developers/docs/reference#message-formatting).
 */
export function withoutCustomEmoji(text: string): string {
  return text.replace(/\s*<a?:\w{2,32}:\d{5,20}>/g, '').trim();
}
