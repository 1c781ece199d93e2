/** Where flags are posted, by the keys that the adapters make. */
export type FlagChannels = readonly { readonly scope: string; readonly channel: string }[];

/** The address of a channel as a browser shows it, for each platform. */
const addresses = [
  /^https:\/\/app\.(slack)\.com\/client\/([TE][A-Z0-9]+)\/([CG][A-Z0-9]+)\/?$/,
  /^https:\/\/(?:\w+\.)?(discord)\.com\/channels\/(\d{5,20})\/(\d{5,20})\/?$/,
];

/**
 * Reads addresses of channels with commas between them; or what is wrong with them, as what follows the variable's name.
 * `connected`: the platforms that the bot is connected to.
 */
export function readFlagChannels(
  text: string,
  connected: readonly string[],
): FlagChannels | { readonly wrong: string } {
  const channels: { scope: string; channel: string }[] = [];
  for (const address of text.split(',').map((each) => each.trim())) {
    const found = addresses.map((pattern) => pattern.exec(address)).find((match) => match !== null);
    if (found === undefined) {
      return {
        wrong:
          'must be the address of a channel as a browser shows it, such as https://app.slack.com/client/T012AB/C034CD or https://discord.com/channels/800000/900000; several with commas between them',
      };
    }
    const [, platform = '', place = '', channel = ''] = found;
    if (!connected.includes(platform)) {
      const name = platform === 'slack' ? 'Slack' : 'Discord';
      return { wrong: `names a channel of ${name}, to which the bot is not connected` };
    }
    channels.push({ scope: `${platform}:${place}`, channel: `${platform}:${place}:${channel}` });
  }
  return channels;
}
