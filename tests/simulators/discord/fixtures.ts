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
};

export const defaultScene: Scene = {
  guild: '700000000000000001',
  channel: '800000000000000001',
  user: '100000000000000042',
  name: 'Ada',
};

/** The fields that every interaction has, as Discord sends them to a bot without intents. */
export function interactionBase(id: string, token: string, { guild, channel, user, name }: Scene) {
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
      type: guild === null ? 1 : 0,
      ...(guild === null ? {} : { guild_id: guild, name: 'general' }),
    },
    app_permissions: '2147483647',
    locale: 'en-GB',
    entitlements: [],
    attachment_size_limit: 10_485_760,
    authorizing_integration_owners: guild === null ? { 1: user } : { 0: guild },
    context: guild === null ? 1 : 0,
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
            permissions: '0',
            joined_at: '2024-01-01T00:00:00.000Z',
            flags: 0,
            deaf: false,
            mute: false,
          },
        }),
  };
}
