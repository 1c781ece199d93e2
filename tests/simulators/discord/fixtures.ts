import { writtenPermissions } from './permissions.ts';

export const applicationId = '900000000000000001';
export const botToken = 'OTAwMDAwMDAwMDAwMDAwMDAx.Simul8.a-token-that-only-the-simulator-takes';

const discordEpoch = 1_420_070_400_000n;
let sequence = 0n;

/** An id of Discord's: milliseconds since 2015 and a number that makes it unique. */
export function snowflake(now: number): string {
  sequence = (sequence + 1n) % 4096n;
  return String(((BigInt(now) - discordEpoch) << 22n) | sequence);
}

/** Where, and by whom, something is done. A `guild` of null is a direct message. */
export type Scene = {
  readonly guild: string | null;
  readonly channel: string;
  readonly user: string;
  readonly name: string;
  /** Permissions of the person as Discord writes them, none unless told. */
  readonly permissions?: string;
  /** The channel that this one is a thread of. */
  readonly parent?: string;
  /** What kind of channel it is, as Discord numbers them; a text channel, thread or conversation if left out. */
  readonly channelType?: number;
  /** Not a conversation with the bot but a group of people, one of whom has the app. */
  readonly group?: boolean;
  /** Permissions of the bot there as Discord writes them; those of the channel if left out. */
  readonly appPermissions?: string;
  /** Of a thread. */
  readonly thread?: { readonly archived: boolean; readonly locked: boolean };
  /** The app is used by who installed it for themselves, in a server without the bot. */
  readonly userInstalled?: boolean;
};

export const defaultScene: Scene = {
  guild: '700000000000000001',
  channel: '800000000000000001',
  user: '100000000000000042',
  name: 'Ada',
};

/** A message that only one person sees, with a button that they can press. */
export function privateMessage() {
  return { id: snowflake(Date.now()), body: { content: 'an earlier message' }, flags: 64, deleted: false };
}

/** The fields that every interaction has, as Discord sends them to a bot without intents. */
export function interactionBase(id: string, token: string, scene: Scene) {
  const {
    guild,
    channel,
    user,
    name,
    permissions = '0',
    parent,
    channelType,
    group = false,
    userInstalled = false,
    appPermissions = writtenPermissions(new Set(), new Set()),
    thread = { archived: false, locked: false },
  } = scene;
  const account = {
    id: user,
    username: `user_${user}`,
    global_name: name,
    discriminator: '0',
    avatar: null,
    bot: false,
  };
  return {
    id,
    token,
    application_id: applicationId,
    version: 1,
    channel_id: channel,
    channel: {
      id: channel,
      type: channelType ?? (group ? 3 : guild === null ? 1 : parent === undefined ? 0 : 11),
      ...(parent === undefined
        ? {}
        : { parent_id: parent, thread_metadata: { ...thread, auto_archive_duration: 1440 } }),
      ...(guild === null ? {} : { guild_id: guild, name: 'general' }),
    },
    app_permissions: appPermissions,
    locale: 'en-GB',
    entitlements: [],
    attachment_size_limit: 10_485_760,
    authorizing_integration_owners: userInstalled || group ? { 1: user } : { 0: guild ?? '0' },
    context: group ? 2 : guild === null ? 1 : 0,
    ...(guild === null
      ? { user: account }
      : {
          guild_id: guild,
          guild: { id: guild, locale: 'en-GB', features: [] },
          guild_locale: 'en-GB',
          member: {
            user: account,
            nick: null,
            roles: [],
            permissions,
            joined_at: '2024-01-01T00:00:00.000Z',
            flags: 0,
            deaf: false,
            mute: false,
          },
        }),
  };
}
