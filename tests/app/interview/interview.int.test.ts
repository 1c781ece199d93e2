import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { sqliteDatabase } from '../../faults/database.ts';
import type { Place } from '../house.ts';
import { describeAskedPeers } from './asked-peers.ts';
import { describeInterview } from './interviewed.ts';

const locate = async (): Promise<Place> => {
  const directory = await mkdtemp(join(tmpdir(), 'interview-'));
  onTestFinished(() => rm(directory, { recursive: true }));
  const path = join(directory, 'bot.sqlite');
  return { location: { kind: 'sqlite', path }, database: sqliteDatabase(path) };
};

describeInterview('SQLite', locate);
describeAskedPeers('SQLite', locate);
