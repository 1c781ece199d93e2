import type { Rich } from './card.ts';

/** One line of text with `code` between back-ticks, as rich text; an unpaired back-tick is kept as is. */
export function inlineCode(text: string): Rich {
  return text
    .split(/(`[^`]+`)/)
    .filter((part) => part !== '')
    .map((part) => (/^`[^`]+`$/.test(part) ? { kind: 'code', text: part.slice(1, -1) } : { kind: 'text', text: part }));
}
