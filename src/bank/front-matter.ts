import { z } from 'zod';
import { levels, topics } from '../core/question.ts';

const line = (most: number) =>
  z
    .string('It must be text. Quote it if it looks like a number, a list or a mapping.')
    .trim()
    .min(1, 'It is empty. Write it, or leave the field out if it may be.')
    .max(most, `It is longer than ${most} characters. Shorten it.`)
    .refine((text) => !text.includes('\n'), 'It has a line break. Write it on one line.');

const code = z
  .string('It must be text. Use a literal block (`|`).')
  .min(1, 'It is empty. Write it, or leave the field out.')
  .transform((text) => text.trimEnd());

const option = z.strictObject({
  text: line(70),
  correct: z.literal(true, 'It may only be `true`. Leave it out of wrong options.').optional(),
  why: line(240),
});

const item = z.strictObject({
  id: z
    .string('It must be text.')
    .regex(
      /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
      'It may have lower-case letters, digits and single hyphens, and begins with a letter. Change it.',
    )
    .max(30, 'It is longer than 30 characters. Buttons carry it, so shorten it.')
    .optional(),
  stem: line(300),
  code: code.optional(),
  options: z.array(option).length(4, 'There must be exactly four options. Add or remove some.'),
  proof: code.optional(),
});

/** The front matter of a question file; every message says what is wrong and then what to do. */
export const frontMatter = z.strictObject({
  id: z
    .string('It must be text.')
    .regex(
      /^[a-z0-9]+(-[a-z0-9]+)*$/,
      'It may have lower-case letters, digits and single hyphens. Rename it and the file.',
    )
    .max(60, 'It is longer than 60 characters. Buttons carry it, so shorten it.'),
  seed: z
    .int('It must be a whole number. It is the number in the original list; leave it out otherwise.')
    .positive('It starts at 1. Correct it.')
    .optional(),
  title: line(100)
    .refine((text) => text.endsWith('?'), 'It is no question. End it with `?`.')
    .refine((text) => !text.includes('`'), 'It has back-ticks. Titles are plain text; remove them.'),
  aliases: z
    .array(line(80))
    .min(1, 'There is none. Add other ways to ask it.')
    .max(16, 'There are more than 16. Keep the best.'),
  topic: z.enum(topics, `It must be one of ${topics.join(', ')}.`),
  level: z.enum(levels, `It must be one of ${levels.join(', ')}.`),
  min_torch: z
    .string('It must be text. Put it in quotes, for instance "2.6".')
    .regex(/^\d+\.\d+$/, 'It must look like "2.6". Correct it.')
    .optional(),
  references: z
    .array(
      z.strictObject({
        title: line(80),
        url: z.url({ protocol: /^https$/, error: 'It must be an https:// address. Correct it.' }),
      }),
    )
    .min(1, 'There is none. Name an official page.')
    .max(3, 'There are more than three. Keep the best.'),
  items: z
    .array(item)
    .min(1, 'There is none. Write at least one multiple-choice item.')
    .max(6, 'There are more than six. Keep the best.'),
});

export type FrontMatter = z.infer<typeof frontMatter>;
