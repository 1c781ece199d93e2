/**
 * Whether a question file says `draft: true` in its first field: it is to be completed before anybody is asked it. Told by the text
 * alone, since there may be thousands of drafts, and none of them is to be parsed at every start.
 */
export function isDraft(text: string): boolean {
  return /^---[ \t]*\n(?:[ \t]*(?:#.*)?\n)*draft:[ \t]*(?:true|True|TRUE|"true"|'true')[ \t]*(?:#.*)?\n/.test(
    text.slice(0, 2000),
  );
}
