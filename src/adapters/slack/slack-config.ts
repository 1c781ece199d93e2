/** How to reach Slack: one workspace by its token, those that install the app by themselves, or both. */
export type SlackConfig = {
  /** Bot User OAuth Token, `xoxb-…`; null if no workspace has been set up by hand. */
  readonly botToken: string | null;
  /** How workspaces install the app by themselves; left out if they do not. */
  readonly installs?: InstallsConfig;
  /** Address of the Web API; Slack's own by default. */
  readonly apiUrl?: string;
  /** Ids of the people (`U…`) who may decide for channels; see `createToCaller` for what null means. */
  readonly managers?: readonly string[] | null;
  readonly mode:
    | { readonly kind: 'socket'; readonly appToken: string }
    | { readonly kind: 'http'; readonly signingSecret: string };
};

/** The app's own credentials, and the keys under which those that it is granted are stored. */
export type InstallsConfig = {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Signs the state of an installation that is under way; any word that nobody can guess. */
  readonly stateSecret: string;
  /** For `createSeal`: the first one seals. */
  readonly keys: readonly Uint8Array[];
  /** What workspaces are asked for. */
  readonly scopes: readonly string[];
};
