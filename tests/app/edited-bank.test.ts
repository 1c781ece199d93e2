import { describeEditedBank } from './edited-bank.ts';

describeEditedBank('SQLite', async () => undefined);
