/** Whatever looks like a token of Slack or Discord, and the password in an address, wherever they stand in a text. */
const credential =
  /xox[a-z]-[\w-]+|xapp-[\w-]+|[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}|(?<=\b\w+:\/\/[^\s:/@"']*:)[^\s"']+(?=@)/g;

/** The same text without what nobody may read in a log. */
export function redactCredentials(text: string): string {
  return text.replace(credential, '[redacted]');
}
