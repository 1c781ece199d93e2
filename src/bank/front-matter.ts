import { z } from 'zod';
import { levels, longestAlias, longestQuestionId } from '../core/question.ts';
import { asRead } from './as-read.ts';
import { line, list, oneOf, text } from './field.ts';

const code = text('Use a literal block (`|`).')
  .min(1, 'It is empty. Write it, or leave the field out.')
  .transform((text) => text.trimEnd());

const option = z.strictObject({
  text: line(70),
  correct: z
    .string('It may only be `true`. Leave it out of wrong options.')
    .regex(/^(true|True|TRUE)$/, 'It may only be `true`. Leave it out of wrong options.')
    .transform(() => true as const)
    .optional(),
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
  level: oneOf(levels).optional(),
  stem: line(300),
  code: code.optional(),
  options: list(option).length(4, 'There must be exactly four options. Add or remove some.'),
  proof: code.optional(),
  conflicts: list(
    text('Write `question/item`, or the item alone within its question.').regex(
      /^([a-z0-9]+(-[a-z0-9]+)*\/)?[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
      'It must look like `question/item`, or name an item of this question by its id. Correct it.',
    ),
  )
    .min(1, 'There is none. Name an item, or leave the field out.')
    .max(20, 'There are more than twenty. Keep those that really give it away.')
    .optional(),
});

/** Where a question comes from that was written elsewhere first: whoever passes it on has to name author and licence. */
const source = z.strictObject({
  file: line(300).optional(),
  place: line(100).optional(),
  number: text('Write a number.')
    .regex(/^[1-9]\d*$/, 'It must be a whole number from 1. Correct it.')
    .optional(),
  key: line(64).optional(),
  name: line(2000).optional(),
  author: line(1000).optional(),
  licence: line(1000).optional(),
  category: line(2000).optional(),
  tags: list(line(1000)).optional(),
  guid: line(1000).optional(),
});

const questionId = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** A release of the subject by its first two numbers. */
const release = z
  .string('It must be text. Write it like "2.6".')
  .regex(/^\d+\.\d+$/, 'It must look like "2.6". Correct it.');

/**
 * The schema of a question file's front matter, in a bank with these topics; every message says what is wrong and then what
 * to do. To be made once for a bank.
 */
export const frontMatterOf = (topics: readonly string[]) =>
  z.strictObject({
    id: text('Write lower-case letters, digits and hyphens.')
      .regex(questionId, 'It may have lower-case letters, digits and single hyphens. Rename it and the file.')
      .max(longestQuestionId, `It is longer than ${longestQuestionId} characters. Buttons carry it, so shorten it.`),
    seed: z
      .string('It must be a number. Leave it out if the question is new.')
      .regex(
        /^[1-9]\d{0,8}$/,
        'It must be a whole number from 1. It is the number in the original list; leave it out otherwise.',
      )
      .transform(Number)
      .optional(),
    title: line(100)
      .refine((text) => text.endsWith('?'), 'It is no question. End it with `?`.')
      .refine((text) => !text.includes('`'), 'It has back-ticks. Titles are plain text; remove them.'),
    aliases: list(line(longestAlias))
      .min(1, 'There is none. Add other ways to ask it.')
      .max(24, 'There are more than 24. Keep the best.'),
    errors: list(line(200))
      .max(8, 'There are more than eight. Keep what people paste most.')
      .optional()
      .transform((lines) => lines ?? []),
    topic: oneOf(topics, 'Correct it, or add the topic to bank.yaml.'),
    level: oneOf(levels),
    min_torch: release.optional(),
    max_torch: release.optional(),
    changed: list(line(200))
      .min(1, 'There is none. Say what changed, or leave the field out.')
      .max(3, 'There are more than three. Keep what people still meet.')
      .optional(),
    references: list(
      z.strictObject({
        title: line(80),
        url: z.url({ protocol: /^https$/, error: 'It must be an https:// address. Correct it.' }),
      }),
    )
      .min(1, 'There is none. Name an official page.')
      .max(3, 'There are more than three. Keep the best.'),
    points: list(line(110).min(10, 'It is shorter than 10 characters. Say it so that one can tick it or not.'))
      .min(3, 'There are fewer than three. Name what a good answer has, or leave the field out.')
      .max(6, 'There are more than six. Keep what an interviewer listens for.')
      .refine((texts) => new Set(texts.map(asRead)).size === texts.length, 'Two of them are the same. Change one.')
      .optional(),
    related: list(text('Name questions by their ids.').regex(questionId, 'It is no id of a question. Correct it.'))
      .min(1, 'There is none. Name a question, or leave the field out.')
      .max(5, 'There are more than five. Keep what is asked next.')
      .optional(),
    source: source.optional(),
    draft: z.literal('true', 'It may only be `true`. Take the line away once the question is complete.').optional(),
    items: list(item)
      .min(1, 'There is none. Write at least one multiple-choice item.')
      .max(6, 'There are more than six. Keep the best.'),
  });

export type FrontMatterSchema = ReturnType<typeof frontMatterOf>;

export type FrontMatter = z.infer<FrontMatterSchema>;
