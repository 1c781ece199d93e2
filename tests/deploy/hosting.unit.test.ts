import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { version } from '../../src/cli/version.ts';
import { readConfiguration } from '../../src/config.ts';
import { commandOf, copied, lastStage, letIn, readDockerfile, variablesOf } from './dockerfile.ts';
import { readManifests, wrongWith } from './manifest.ts';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
/** What `npm start` gives to Node: `--max-semi-space-size=16 … src/main.ts`. */
const started = String(scripts.start)
  .replace(/^exec node /, '')
  .split(' ');

const dockerfile = readDockerfile();
const image = lastStage(dockerfile);

/** The one of that name in the last stage. */
const only = (wanted: string) => {
  const found = image.filter(({ name }) => name === wanted);
  expect(found, wanted).toHaveLength(1);
  return found[0] ?? { name: '', flags: {}, text: '' };
};

describe('the Dockerfile', () => {
  it('is given what it copies and nothing else, so that no token gets into an image', () => {
    const wanted = dockerfile
      .filter(({ name, flags }) => name === 'COPY' && flags['from'] === undefined)
      .flatMap((instruction) => copied(instruction).sources);
    expect(letIn().toSorted()).toEqual(wanted.toSorted());
    expect(wanted.filter((source) => !existsSync(source))).toEqual([]);
  });

  it('runs the bot as `npm start` does, as a user without rights, and says how it is', () => {
    const [node = '', ...given] = commandOf(only('ENTRYPOINT'));
    expect(node).toBe('/app/node_modules/node/bin/node');
    expect([...given, ...commandOf(only('CMD'))]).toEqual(started);
    expect(only('USER').text).toMatch(/^[1-9]\d+:[1-9]\d+$/);
    expect(commandOf(only('HEALTHCHECK'))).toContainEqual(expect.stringContaining('/healthz'));
    const { host, port } = readConfiguration(variablesOf(image));
    expect([host, `${port}`]).toEqual(['0.0.0.0', only('EXPOSE').text]);
  });

  it('can be followed without a container engine: no step names a path from the root', () => {
    const steps = dockerfile.filter(({ name }) => name === 'RUN').map(({ text }) => text);
    expect(steps.length).toBeGreaterThan(3);
    expect(steps.filter((step) => /(^|[\s='"])\/\w/.test(step))).toEqual([]);
  });
});

describe('compose.yaml', () => {
  const service = z.looseObject({ environment: z.record(z.string(), z.union([z.string(), z.number()])) });
  const { bot, postgres, proxy } = z
    .object({ services: z.object({ bot: service, postgres: service, proxy: service }) })
    .parse(parse(readFileSync('compose.yaml', 'utf8'))).services;

  it('leads the bot to its database with the password that the database is given', () => {
    const url = String(bot.environment['DATABASE_URL']);
    const password = String(postgres.environment['POSTGRES_PASSWORD']);
    expect(password).toMatch(/^\$\{POSTGRES_PASSWORD:\?/);
    expect(url).toContain(`:${password}@`);
    const { database } = readConfiguration({ DATABASE_URL: url.replace(password, 'secret') });
    expect(database).toEqual({ kind: 'postgres', url: 'postgres://bot:secret@postgres:5432/bot' });
  });

  it('reaches the bot also with a copy of .env.example, in which HOST is for a bot without a container', () => {
    const variables = variablesOf(image);
    expect(bot.environment).toMatchObject({ HOST: variables['HOST'], PORT: Number(variables['PORT']) });
  });

  it('gives the bot no more rights than it needs, and shows its port to this machine alone', () => {
    expect(bot).toMatchObject({
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
      ports: [`127.0.0.1:3000:${only('EXPOSE').text}`],
    });
    expect(postgres).not.toHaveProperty('ports');
    expect(proxy).toMatchObject({ profiles: ['https'] });
  });
});

describe('what Kubernetes is given', () => {
  const folder = 'deploy/kubernetes';
  const { resources, images } = parse(readFileSync(`${folder}/kustomization.yaml`, 'utf8'));
  const manifests = [...resources, 'secret.example.yaml'].flatMap((file: string) => readManifests(`${folder}/${file}`));

  it('is what its schemas know, to the last field', async () => {
    expect(manifests.map(({ kind }) => kind)).toEqual([
      'Deployment',
      'PodDisruptionBudget',
      'Service',
      'Ingress',
      'Secret',
    ]);
    expect((await Promise.all(manifests.map(wrongWith))).flat()).toEqual([]);
  });

  it('finds a field that is misspelt, and a value that is of another kind', async () => {
    const [deployment] = manifests;
    const spelt = JSON.stringify(deployment);
    expect(await wrongWith(JSON.parse(spelt.replace('"periodSeconds"', '"periodSecond"')))).toEqual([
      expect.stringMatching(/^Deployment: nobody knows \.spec\.template.*\.periodSecond$/),
    ]);
    expect(await wrongWith(JSON.parse(spelt.replace('"replicas":2', '"replicas":"two"')))).toEqual([
      'Deployment: data/spec/replicas must be integer',
    ]);
  });

  it('runs this version with the user, the port and the secret that there are', () => {
    expect(images).toEqual([expect.objectContaining({ name: 'pytorch-interview-bot', newTag: version })]);
    const text = JSON.stringify(manifests[0]);
    const [user = '', group = ''] = only('USER').text.split(':');
    expect(text).toContain(`"runAsUser":${user},"runAsGroup":${group}`);
    expect(text).toContain(`"containerPort":${only('EXPOSE').text}`);
    const secret = manifests.find(({ kind }) => kind === 'Secret') as unknown as {
      metadata: { name: string };
      stringData: Record<string, string>;
    };
    expect(text).toContain(`"secretRef":{"name":"${secret.metadata.name}"}`);
    const filledIn = Object.entries(secret.stringData).map(([name, value]) => [name, value.replace('…', '1')]);
    expect(readConfiguration(Object.fromEntries(filledIn))).toMatchObject({ slack: { mode: { kind: 'socket' } } });
  });
});

describe('the unit of systemd', () => {
  const unit = readFileSync('deploy/pytorch-interview-bot.service', 'utf8');
  const all = (name: string) => [...unit.matchAll(new RegExp(`^${name}=(.*)$`, 'gm'))].map(([, value = '']) => value);

  it('runs the bot as `npm start` does, and keeps its memory where the user of the service may write', () => {
    const place = '/opt/pytorch-interview-bot';
    const [node = '', ...given] = (all('ExecStart')[0] ?? '').split(' ');
    expect(node).toBe(`${place}/node_modules/node/bin/node`);
    expect(given.map((word) => word.replace(`${place}/`, ''))).toEqual(started.map((word) => word.replace('./', '')));
    // Where no DATABASE_URL is set, or an empty one, the memory is below the folder in which the bot is started.
    expect(readConfiguration({ DATABASE_URL: '' }).database).toEqual({ kind: 'sqlite', path: 'var/bot.sqlite' });
    expect(all('WorkingDirectory')).toEqual([`/var/lib/${all('StateDirectory')[0]}`]);
    expect(all('Environment')).toContain(`NODE_COMPILE_CACHE=/var/cache/${all('CacheDirectory')[0]}`);
  });

  it('starts again unless only a person can mend it, as docs/operations.md says', () => {
    const said = /`Restart=(\S+)` with `RestartPreventExitStatus=([\d ]+)`/.exec(
      readFileSync('docs/operations.md', 'utf8'),
    );
    expect([all('Restart')[0], all('RestartPreventExitStatus')[0]]).toEqual([said?.[1], said?.[2]]);
  });
});

describe('the proxy', () => {
  it('shows nobody outside how the bot is', () => {
    expect(readFileSync('deploy/Caddyfile', 'utf8')).toMatch(
      /@inside path \/metrics \/readyz \/healthz\n\trespond @inside 404\n/,
    );
  });
});
