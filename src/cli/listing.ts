import { createRestForPosts } from '../adapters/discord/connection/client.ts';
import type { Manifest } from '../adapters/slack/setup/manifest.ts';
import type { Configuration } from '../config.ts';
import type { Subject } from '../core/bank.ts';
import type { Listed } from '../listing/checklist.ts';
import { describeListing } from '../listing/checklist.ts';
import { discordListing } from '../listing/discord-listing.ts';
import { slackListing } from '../listing/slack-listing.ts';
import { readTexts } from '../listing/texts.ts';
import type { Print } from './print.ts';

/** `slack:manifest -- --listed`: beside the manifest, which alone goes to standard output, what a listing needs. */
export async function printSlackListing(
  configuration: Configuration,
  subject: Subject,
  manifest: Manifest,
  print: Print,
): Promise<void> {
  const listing = slackListing({
    ...(await listedOf(configuration, subject)),
    subject,
    about: manifest.display_information.long_description ?? '',
    scopes: manifest.oauth_config?.scopes?.bot ?? [],
    http: manifest.settings?.socket_mode_enabled !== true,
    installs: (manifest.oauth_config?.redirect_urls ?? []).length > 0,
  });
  for (const line of describeListing(listing)) print.error(line);
}

/** `discord:listing`: what a listing needs, on standard output. Returns the exit code. */
export async function printDiscordListing(
  configuration: Configuration,
  subject: Subject,
  print: Print,
): Promise<number> {
  const listing = discordListing({
    ...(await listedOf(configuration, subject)),
    subject,
    applicationId: await applicationOf(configuration),
    oneServer: configuration.discord?.guildId !== undefined,
  });
  for (const line of describeListing(listing)) print.line(line);
  return 0;
}

async function listedOf({ web, webUrl, texts }: Configuration, subject: Subject): Promise<Listed> {
  const address = web ? webUrl : null;
  const { unfilled } = await readTexts({ ...texts, subject, address });
  return { address, contact: texts.operator.contact, unfilled };
}

/** Null where there is no token, or Discord cannot be asked now. */
async function applicationOf({ discord }: Configuration): Promise<string | null> {
  if (discord === null) return null;
  const rest = createRestForPosts(discord);
  try {
    return ((await rest.get('/applications/@me')) as { readonly id: string }).id;
  } catch {
    return null;
  } finally {
    rest.clearHashSweeper();
    rest.clearHandlerSweeper();
  }
}
