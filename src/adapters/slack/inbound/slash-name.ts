import type { Opening } from '../cards/resolve.ts';

/** What the app's slash command is called: a workspace can rename it, and only its use tells. */
export type SlashName = {
  readonly get: () => Opening;
  /** Somebody has used it under this name. */
  readonly note: (name: string) => void;
};

/** `given`: the name in the manifest, without its slash, until another is heard. */
export function createSlashName(given: () => string): SlashName {
  let heard: Opening | null = null;
  return {
    get: () => heard ?? `/${given()}`,
    note: (name) => {
      if (/^\/[^\s/]+$/.test(name)) heard = name as Opening;
    },
  };
}
