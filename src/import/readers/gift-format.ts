import type { Markup } from '../text/words.ts';

/** A text's format as it begins with; Moodle's own one takes tags for HTML. */
export function formatOf(
  text: string,
  otherwise: Markup = 'mixed',
): { readonly format: Markup; readonly rest: string } {
  const [whole = '', name = ''] = /^\s*\[(html|markdown|plain|moodle)\]/.exec(text) ?? [];
  const rest = text.slice(whole.length);
  if (name === '') return { format: otherwise, rest };
  return { format: name === 'html' ? 'html' : name === 'moodle' ? 'mixed' : 'plain', rest };
}
