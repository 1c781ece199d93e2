import type { CardNode } from './card.ts';

/** The texts that a public listing asks for, by their names in addresses and files. */
export const textNames = ['about', 'support', 'privacy', 'terms'] as const;

export type TextName = (typeof textNames)[number];

/** A page to read: what stands below its title, part by part. */
export type TextPage = {
  readonly title: string;
  readonly parts: readonly {
    /** Null for what stands before the first heading. */
    readonly heading: string | null;
    readonly body: readonly CardNode[];
  }[];
};

/** All of them; a name without a text has no page. */
export type TextPages = ReadonlyMap<TextName, TextPage>;
