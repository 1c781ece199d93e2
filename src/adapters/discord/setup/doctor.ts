import type { APIGatewayBotInfo } from 'discord.js';
import { Routes } from 'discord.js';
import type { Diagnosis } from '../../../app/upkeep/diagnosis.ts';
import type { Subject } from '../../../core/bank.ts';
import { Fault } from '../../../core/fault.ts';
import { createRestForPosts } from '../connection/client.ts';
import { toRegistrationFault, toStartFault } from '../connection/start-fault.ts';
import type { DiscordConfig } from '../discord-config.ts';
import { compareCommands } from './registration.ts';

/** Fewer remaining logins today than this are reported. */
const fewStarts = 50;

/**
 * Checks the token and the registered commands of a Discord application without starting the bot. Never rejects. Without a
 * subject, as where the bank has a fault, nobody can tell what the commands should be.
 */
export async function diagnoseDiscord(config: DiscordConfig, subject: Subject | null): Promise<readonly Diagnosis[]> {
  const rest = createRestForPosts(config);
  const diagnoses: Diagnosis[] = [];
  try {
    const { id, name } = (await rest.get('/applications/@me')) as { readonly id: string; readonly name: string };
    diagnoses.push({ state: 'good', what: `Discord: the bot token is good (application ${name}).` });
    const { session_start_limit: starts } = (await rest.get(Routes.gatewayBot())) as APIGatewayBotInfo;
    diagnoses.push(
      starts.remaining >= fewStarts
        ? { state: 'good', what: `Discord: the gateway can be opened (${starts.remaining} starts left today).` }
        : {
            state: 'wrong',
            what: `Discord: only ${starts.remaining} starts are left today.`,
            cure: 'Find out why the bot starts so often; after 1,000 a day Discord resets the token.',
          },
    );
    if (subject !== null) diagnoses.push(await diagnoseCommands(rest, id, subject, config.guildId));
  } catch (error) {
    const fault = toStartFault(error);
    diagnoses.push({ state: 'wrong', what: fault.message, cure: fault.hint });
  } finally {
    rest.clearHashSweeper();
    rest.clearHandlerSweeper();
  }
  return diagnoses;
}

async function diagnoseCommands(
  rest: ReturnType<typeof createRestForPosts>,
  applicationId: string,
  subject: Subject,
  guildId: string | undefined,
): Promise<Diagnosis> {
  try {
    const changes = await compareCommands({
      rest,
      applicationId,
      subject,
      ...(guildId === undefined ? {} : { guildId }),
    });
    const due = changes.filter(({ change }) => change !== 'unchanged').map(({ name }) => name);
    if (due.length === 0) return { state: 'good', what: `Discord: all ${changes.length} commands are registered.` };
    return {
      state: 'notice',
      what: `Discord: ${due.join(', ')} ${due.length === 1 ? 'is' : 'are'} not registered as this version has them.`,
      cure: 'They are when the bot starts, or by `npm run discord:register`.',
    };
  } catch (error) {
    const fault = error instanceof Fault ? error : toRegistrationFault(error, applicationId, guildId);
    return { state: 'wrong', what: fault.message, cure: fault.hint };
  }
}
