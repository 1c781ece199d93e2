import bolt from '@slack/bolt';

// The yardstick of bench/slack.ts: Bolt with one command that says the text back, and nothing else.
const app = new bolt.App({
  signingSecret: 'bench-signing-secret',
  authorize: async () => ({ botToken: 'xoxb-bench', botId: 'B1', botUserId: 'U1' }),
  convoStore: false,
  logLevel: bolt.LogLevel.ERROR,
});
app.command(/.*/, async ({ ack, command }) => {
  await ack({ response_type: 'ephemeral', text: command.text });
});
const server = await app.start({ port: 0, host: '127.0.0.1' });
const address = server.address();
if (typeof address === 'object') console.log(`listening on ${address?.port}`);
