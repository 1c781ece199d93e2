/** Characters of the longest id; room is left for a number that tells two of them apart. */
const longest = 54;

/** Words as an id has them: lower-case letters, digits and single hyphens. Empty where the text has no such letters. */
export function slugOf(text: string): string {
  const plain = text.slice(0, 1000).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const words = plain.split(/[^a-z0-9]+/).filter((word) => word !== '');
  let slug = '';
  for (const word of words) {
    const next = slug === '' ? word : `${slug}-${word}`;
    if (next.length > longest) break;
    slug = next;
  }
  return slug === '' ? (words[0] ?? '').slice(0, longest) : slug;
}
