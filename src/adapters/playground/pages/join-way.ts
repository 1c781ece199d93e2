/** How somebody in the room comes into the quiz on the screen. */
export type JoinWay =
  /** By a page of the bot; `isLocal`: only this machine reaches it. */
  | { readonly kind: 'page'; readonly address: string; readonly isLocal: boolean }
  /** By its message in the chat. */
  | { readonly kind: 'chat'; readonly address: string };
