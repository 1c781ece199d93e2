import { join } from 'node:path';
import { describeContract } from './contract/contract.ts';
import { createFolders } from './folder.ts';

const createFolder = createFolders();

describeContract({
  name: 'SQLite',
  locate: async () => ({ kind: 'sqlite', path: join(await createFolder(), 'bot.sqlite') }),
});
