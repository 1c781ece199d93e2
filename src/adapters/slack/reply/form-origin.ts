import type { BlockAction, BlockElementAction } from '@slack/bolt';

/**
 * The press that opened a form, as far as it says how to answer what is written there. It travels in the form, of which Slack
 * tells no place; nobody but the bot sees it.
 */
export type FormOrigin = Pick<BlockAction<BlockElementAction>, 'container'> & {
  readonly response_url?: string;
  readonly channel?: { readonly id: string };
  readonly user: { readonly id: string };
  readonly message?: { readonly [field: string]: unknown };
};

/** At most a few hundred characters, of 3,000 that a form can carry. */
export function packOrigin({ container, response_url: address, channel, user, message }: FormOrigin): string {
  const thread = message?.['thread_ts'];
  const origin: FormOrigin = {
    container,
    ...(address === undefined ? {} : { response_url: address }),
    ...(channel === undefined ? {} : { channel: { id: channel.id } }),
    user: { id: user.id },
    ...(thread === undefined ? {} : { message: { thread_ts: thread } }),
  };
  return JSON.stringify(origin);
}

/** Null for what no form of ours carries. */
export function unpackOrigin(packed: string): FormOrigin | null {
  try {
    const origin = JSON.parse(packed) as Partial<FormOrigin> | null;
    return origin?.container === undefined || origin.user === undefined ? null : (origin as FormOrigin);
  } catch {
    return null;
  }
}
