/** How to reach one Slack workspace. */
export type SlackConfig = {
  /** Bot User OAuth Token, `xoxb-…`. */
  readonly botToken: string;
  /** Address of the Web API; Slack's own by default. */
  readonly apiUrl?: string;
  /** Ids of the people (`U…`) who may decide for channels; see `createToCaller` for what null means. */
  readonly managers?: readonly string[] | null;
  readonly mode:
    | { readonly kind: 'socket'; readonly appToken: string }
    | { readonly kind: 'http'; readonly signingSecret: string };
};
