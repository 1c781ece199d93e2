import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { plainAccount, temporaryFolder } from './account.ts';
import { findBinaries } from './binaries.ts';

/** A real PostgreSQL on this machine, with an empty cluster of its own. */
export type PostgresServer = {
  readonly port: number;
  /** Makes an empty database and gives its address. */
  readonly createDatabase: () => Promise<string>;
  /** Stops it at once, cutting all connections as a crash would. */
  readonly halt: () => Promise<void>;
  /** Starts it again, on the same port with the same data. */
  readonly resume: () => Promise<void>;
  /** Freezes or thaws the processes that serve connections. */
  readonly freeze: (isFrozen: boolean) => void;
  /** Stops it and deletes everything. */
  readonly stop: () => Promise<void>;
};

/** Starts a server; it takes about a second. Durability is not what these tests ask of it, so it does not wait for disks. */
export async function startPostgres(): Promise<PostgresServer> {
  const account = plainAccount();
  const folder = await mkdtemp(join(temporaryFolder(account), 'postgres-'));
  if (account.uid !== undefined && account.gid !== undefined) await chown(folder, account.uid, account.gid);
  const binaries = await findBinaries(account, folder);
  const data = join(folder, 'data');
  const made = spawnSync(
    binaries.initdb,
    [`--pgdata=${data}`, '--auth=trust', '--username=bot', '--no-sync', '--encoding=UTF8', '--locale=C'],
    { ...account, cwd: folder, encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}${made.error?.message ?? ''}`);

  const port = await freePort();
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'fsync=off',
    'shared_buffers=64MB',
    'deadlock_timeout=100ms',
  ];
  const options = ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])];
  const run = () => startServer(binaries.postgres, options, { ...account, cwd: folder });
  let server = await run();
  const killAtExit = () => {
    server.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', killAtExit);

  const halt = async () => {
    const ended = once(server, 'exit');
    server.kill('SIGQUIT');
    await ended;
  };
  let databases = 0;
  return {
    port,
    createDatabase: async () => {
      databases += 1;
      await query(port, `create database bot${databases}`);
      return address(port, `bot${databases}`);
    },
    halt,
    resume: async () => {
      server = await run();
    },
    freeze: (isFrozen) => {
      const found = spawnSync('ps', ['-o', 'pid=', '--ppid', String(server.pid)], { encoding: 'utf8' });
      const children = found.stdout.split('\n').map(Number).filter(Boolean);
      for (const pid of [...children, Number(server.pid)]) process.kill(pid, isFrozen ? 'SIGSTOP' : 'SIGCONT');
    },
    stop: async () => {
      process.off('exit', killAtExit);
      await halt();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function address(port: number, database: string): string {
  return `postgres://bot@127.0.0.1:${port}/${database}`;
}

async function query(port: number, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: address(port, 'postgres') });
  await client.connect();
  await client.query(statement);
  await client.end();
}

async function startServer(program: string, options: readonly string[], how: object): Promise<ChildProcess> {
  const server = spawn(program, options, { ...how, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  await new Promise<void>((resolve, reject) => {
    server.stderr?.on('data', (chunk) => {
      said += chunk;
      if (said.includes('ready to accept connections')) resolve();
    });
    server.once('exit', () => reject(new Error(`PostgreSQL did not start: ${said}`)));
  });
  return server;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || address === null) throw new Error('No port is free.');
  return address.port;
}
