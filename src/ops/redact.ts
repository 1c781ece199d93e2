/** Anything that looks like a Slack or Discord token, and passwords in addresses, anywhere in a text. */
const credential =
  /xox[a-z]-[\w-]+|xapp-[\w-]+|[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}|(?<=\b\w+:\/\/[^\s:/@"']*:)[^\s"']+(?=@)/g;

/** The same text without secrets, for logs. */
export function redactCredentials(text: string): string {
  return text.replace(credential, '[redacted]');
}
