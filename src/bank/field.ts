import { z } from 'zod';
import { toBeWritten } from '../core/to-be-written.ts';

/** A value. Every one arrives as text, a list or a mapping; no text is interpreted as anything else. */
export const text = (cure: string) =>
  z.string({ error: ({ input }) => (input === undefined ? missing : `It must be text. ${cure}`) });

const missing = 'It is missing. Add it.';

/** A list, each entry of one form. */
export const list = <Entry extends z.ZodType>(entry: Entry) =>
  z.array(entry, {
    error: ({ input }) => (input === undefined ? missing : 'It must be a list. Begin each entry with `- `.'),
  });

/** One of some words, of which the message lists all; then it says what to do. */
export const oneOf = <const Names extends readonly string[]>(names: Names, cure = 'Correct it.') =>
  z.enum(names, {
    error: ({ input }) => (input === undefined ? missing : `It must be one of ${names.join(', ')}. ${cure}`),
  });

/** Tabs and other invisible characters; inside double quotes a backslash and a letter become one of them. */
const shapeless = /[\p{Cc}\u2028\u2029]/u;

/** Text on one line, of at most so many characters. Both checks come before the text is trimmed, or `"\nn.Linear"` would lose a letter together with its line break. */
export const line = (most: number) =>
  text('Quote it if it looks like a list or a mapping.')
    .refine((typed) => !typed.replace(/\n+$/, '').includes('\n'), 'It has a line break. Write it on one line.')
    .refine(
      (typed) => !shapeless.test(typed.replaceAll('\n', '')),
      'It has a tab or another control character. Write a blank, or use single quotes where a backslash is meant.',
    )
    .trim()
    .refine((typed) => typed !== toBeWritten, {
      error: 'It is still to be written. Put a text in place of the `…`.',
      // Whatever else is wrong with it tells nobody anything.
      abort: true,
    })
    .min(1, 'It is empty. Write it, or leave the field out if it may be.')
    .max(most, `It is longer than ${most} characters. Shorten it.`);
