import './node-version.cjs';
import { createAssistant } from './assistant.ts';
import { loadBank } from './bank/bank.ts';
import { exitOnFault } from './cli/exit.ts';
import { loadEnvironment, readConfiguration } from './config.ts';
import { createLog } from './ops/log.ts';
import { runProcess } from './process.ts';

const connectHint =
  'To connect Slack or Discord, copy .env.example to .env and fill in the tokens; README.md shows how.';

await exitOnFault(async () => {
  const configuration = readConfiguration(loadEnvironment());
  if (configuration.slack === null && configuration.discord === null) {
    const { application } = createAssistant(await loadBank(configuration.bankDirectory));
    const { askAgainAndAgain } = await import('./cli/ask.ts');
    console.log(connectHint);
    await askAgainAndAgain(application);
    return;
  }
  await runProcess(configuration, createLog(configuration.logLevel));
});
