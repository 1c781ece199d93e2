import { botToken } from '../tests/simulators/discord/fixtures.ts';
import { startDiscordSimulator } from '../tests/simulators/discord/simulator.ts';
import { startSlackSimulator } from '../tests/simulators/slack/simulator.ts';

/** Both platforms as simulators, and the variables that connect a bot to them. */
export async function startPlatforms() {
  const [slack, discord] = [await startSlackSimulator(), await startDiscordSimulator()];
  return {
    discord,
    slackVariables: {
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_APP_TOKEN: slack.appToken,
      SLACK_API_URL: slack.apiUrl,
      LOG_LEVEL: 'info',
    },
    discordVariables: { DISCORD_TOKEN: botToken, DISCORD_API_URL: discord.apiUrl, LOG_LEVEL: 'info' },
    stop: async () => {
      await slack.stop();
      await discord.stop();
    },
  };
}
