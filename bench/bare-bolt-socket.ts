import bolt from '@slack/bolt';

// The yardstick of bench/slack-socket.ts: Bolt over Socket Mode with one command that says the text back, and nothing else.
const { SLACK_APP_TOKEN: appToken = '', SLACK_BOT_TOKEN: token = '', SLACK_API_URL: slackApiUrl = '' } = process.env;
const app = new bolt.App({
  ...{ appToken, token, socketMode: true, convoStore: false, logLevel: bolt.LogLevel.ERROR },
  clientOptions: { slackApiUrl },
});
app.command(/.*/, async ({ ack, command }) => {
  await ack({ response_type: 'ephemeral', text: command.text });
});
await app.start();
console.log('"ready"');
