import { z } from 'zod';

/** What `bank export` promises to scripts. */
export const exportedBank = z.array(
  z.strictObject({
    id: z.string().min(1),
    seed: z.int().nullable(),
    title: z.string().min(1),
    aliases: z.array(z.string()),
    errors: z.array(z.string()),
    topic: z.string(),
    level: z.string(),
    changed: z.array(z.string()).optional(),
    points: z.array(z.string()).min(3).max(6).optional(),
    related: z.array(z.string()).optional(),
    answer: z.string().min(1),
    references: z.array(z.strictObject({ title: z.string(), url: z.url() })),
    items: z
      .array(
        z.strictObject({
          id: z.string().regex(/^[a-z][a-z0-9-]*$/),
          stem: z.string(),
          code: z.string().optional(),
          level: z.string().optional(),
          conflicts: z.array(z.string().regex(/^[a-z0-9-]+#[a-z0-9-]+$/)).optional(),
          options: z.array(z.strictObject({ text: z.string(), correct: z.boolean(), why: z.string() })).length(4),
        }),
      )
      .min(1),
  }),
);
