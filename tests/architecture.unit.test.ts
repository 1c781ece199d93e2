import { glob, readFile, stat } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadBank } from '../src/bank/load.ts';
import { rarityOf } from '../src/search/rarity.ts';

/** Who may know whom: for each room what its files may import, as beginnings of module names or paths below src/. */
const rooms: readonly { readonly room: string; readonly may: readonly string[] }[] = [
  // What is remembered and when it is asked again is the library's to reckon: values to values as everything there.
  { room: 'core/memory/', may: ['core/', 'ts-fsrs'] },
  { room: 'core/', may: ['core/'] },
  { room: 'search/', may: ['core/', 'search/', 'minisearch', 'stemmer'] },
  { room: 'app/', may: ['core/', 'search/', 'app/'] },
  { room: 'bank/', may: ['core/', 'bank/', 'node:', 'yaml', 'zod', 'marked'] },
  {
    room: 'import/',
    may: [
      'core/',
      'import/',
      'node:',
      'csv-parse',
      'fast-xml-parser',
      'fflate',
      'htmlparser2',
      'read-excel-file',
      'yaml',
      'yauzl',
    ],
  },
  { room: 'export/', may: ['core/', 'export/', 'fflate', 'write-excel-file'] },
  { room: 'listing/', may: ['core/', 'bank/markdown', 'listing/', 'node:'] },
  { room: 'storage/', may: ['core/', 'app/', 'storage/', 'node:', 'kysely', 'pg'] },
  { room: 'pictures/', may: ['core/', 'pictures/', 'node:', '@resvg/'] },
  { room: 'zones/', may: ['core/', 'zones/', 'node:', 'moment-timezone'] },
  { room: 'ops/', may: ['core/', 'app/', 'ops/', 'node:', 'pino', 'prom-client'] },
  { room: 'adapters/slack/', may: ['core/', 'app/', 'ops/', 'adapters/slack/', 'node:', '@slack/', 'undici'] },
  {
    room: 'adapters/discord/',
    may: ['core/', 'app/', 'ops/', 'adapters/discord/', 'node:', 'discord.js', 'discord-api-types', 'undici'],
  },
  {
    room: 'adapters/playground/',
    may: ['core/', 'app/', 'adapters/playground/', 'node:', 'hono', '@hono/', 'highlight.js', 'qr'],
  },
  { room: 'adapters/terminal/', may: ['core/', 'app/', 'adapters/terminal/', 'node:', 'emphasize'] },
];

/** Only the composition root and the command line know every room. */
const free = /^(main|process|pages|connections|suggestions|bot|cli|assistant|config|node-version)\.|^(cli|config)\//;

/** The plan that all adapters share, in the order in which an event travels; docs/architecture.md says what is where. */
const adapterRooms = ['connection', 'inbound', 'reply', 'cards', 'outbound', 'setup'];

const platformWords = /\b(slack|discord|blocks?Kit|embeds?|interactions?|ephemeral)\b/i;

async function sources(folder = 'src'): Promise<readonly { path: string; text: string }[]> {
  const paths = await Array.fromAsync(glob('**/*.ts', { cwd: folder }));
  return Promise.all(paths.map(async (path) => ({ path, text: await readFile(join(folder, path), 'utf8') })));
}

/**
 * What makes a test depend on how fast the machine is, with what to write instead, and the files below tests/ that may have
 * it: simulators whose slowness is planned, and faults whose moment is chance's.
 */
const haste: readonly { readonly what: RegExp; readonly instead: string; readonly but: RegExp }[] = [
  {
    what: /\bsetTimeout(\(| as )|\.waitForTimeout\(/,
    instead: 'Wait for a state with `until`, or for a later event that proves that nothing came.',
    but: /^(simulators\/|faults\/(?!.*\.test\.ts)|adapters\/playground\/client\.ts)/,
  },
  {
    what: /\bvi\.waitFor\(|\.setDefaultTimeout\(|\btimeout: *\d|^ *\}, [\d_]+\);$/m,
    instead: 'There is one limit for everything, in tests/patience.ts: use `until` or `expect.poll` as they are.',
    but: /^(simulators\/|until\.ts|browser\/browser\.ts)/,
  },
  {
    what: /\bperformance\.now\(/,
    instead: 'Speed is measured by `npm run bench`.',
    but: /^(faults\/(?!.*\.test\.ts)|ops\/shared-time\.unit\.test\.ts)/,
  },
];

function imports({ path, text }: { path: string; text: string }): readonly string[] {
  const found = [
    ...text.matchAll(/(?:^import|^} from|^export .* from|\bimport\()\s*(?:[^'\n]*?from\s*)?'([^']+)'/gm),
  ].map((match) => match[1] ?? '');
  return found.map((name) => (name.startsWith('.') ? normalize(join(dirname(path), name)) : name));
}

/** All that a file imports, by itself or by what it imports, each with one way to it; `texts` are those of the files to follow. */
function reached(from: string, texts: ReadonlyMap<string, string>): ReadonlyMap<string, readonly string[]> {
  const ways = new Map<string, readonly string[]>([[from, [from]]]);
  // A map goes on to what is added while it is walked.
  for (const [path, way] of ways) {
    const text = texts.get(path);
    for (const name of text === undefined ? [] : imports({ path, text })) {
      if (!ways.has(name)) ways.set(name, [...way, name]);
    }
  }
  return ways;
}

describe('the rooms', () => {
  it('know only whom they may know', async () => {
    const files = await sources();
    expect(files.length).toBeGreaterThan(30);
    const offences = files.flatMap((file) => {
      if (free.test(file.path)) return [];
      const home = rooms.find(({ room }) => file.path.startsWith(room));
      if (home === undefined) return [`${file.path} is in no room`];
      const foreign = imports(file).filter((name) => !home.may.some((beginning) => name.startsWith(beginning)));
      return foreign.map((name) => `${file.path} imports ${name}`);
    });
    expect(offences).toEqual([]);
  });

  it('of every adapter are those of one plan, and no two of them know each other', async () => {
    const files = (await sources()).filter(({ path }) => path.startsWith('adapters/'));
    const roomOf = (path: string) => /^adapters\/(\w+\/\w+)\//.exec(path)?.[1];
    const found = new Set(files.flatMap(({ path }) => roomOf(path) ?? []));
    const planned = ['slack', 'discord', 'playground', 'terminal'].flatMap((platform) =>
      [...adapterRooms, ...(platform === 'playground' ? ['pages'] : [])].map((room) => `${platform}/${room}`),
    );
    expect([...found].filter((room) => !planned.includes(room))).toEqual([]);
    const arrows = new Set(
      files.flatMap((file) => imports(file).map((name) => `${roomOf(file.path)} ${roomOf(name) ?? ''}`)),
    );
    const mutual = [...arrows].filter((arrow) => {
      const [from, to] = arrow.split(' ');
      return from !== to && to !== '' && from !== 'undefined' && arrows.has(`${to} ${from}`);
    });
    expect(mutual).toEqual([]);
  });

  it('load what is large from one place, which leaves the rest of it out', async () => {
    const files = await sources();
    const loading = (module: RegExp) => files.filter(({ text }) => module.test(text)).map(({ path }) => path);
    expect(loading(/^import (?!type\b).*'@slack\/bolt(\/.*)?'/m)).toEqual([]);
    expect(loading(/^import (?!type\b).*'zod'/m).filter((path) => !path.startsWith('bank/'))).toEqual([]);
    expect(loading(/^import (?!type\b).*'node:http'/m)).toEqual([]);
  });

  it('leave the platforms’ words to the adapters', async () => {
    const inner = (await sources()).filter(({ path }) => /^(core|search)\//.test(path));
    expect(
      inner.filter(({ text }) => platformWords.test(text.replace(/\/\*\*[\s\S]*?\*\//g, ''))).map(({ path }) => path),
    ).toEqual([]);
  });

  it('know of time zones by the rules that are chosen in one place, and ask the runtime in one other', async () => {
    const asking = /\btimeZone\b|\btoZonedDateTime|\bZonedDateTime\b|Temporal\.Now|resolvedOptions\(\)/;
    const files = await sources();
    const paths = (found: (text: string) => boolean) =>
      files.filter(({ text }) => found(text.replace(/\/\*\*[\s\S]*?\*\//g, ''))).map(({ path }) => path);
    expect(paths((text) => asking.test(text))).toEqual(['zones/runtime-zones.ts']);
    expect(paths((text) => /\bTemporal\./.test(text)).toSorted()).toEqual([
      'core/schedule/local-date.ts',
      'zones/runtime-zones.ts',
    ]);
    const deciding = files.filter((file) => imports(file).some((name) => name.endsWith('zones/choose.ts')));
    expect(deciding.map(({ path }) => path).toSorted()).toEqual(['cli/doctor.ts', 'process.ts']);
  });

  it('keep every file short enough to be one idea', async () => {
    const long = (await sources()).filter(({ text }) => text.split('\n').length > 300);
    expect(long.map(({ path }) => path)).toEqual([]);
  });

  it('use paths with extensions and no re-exports', async () => {
    const files = await sources();
    const offences = files.filter(
      (file) =>
        /^export (\*|\{[^}]*\}) from/m.test(file.text) ||
        imports(file).some(
          (name) => /^(\.|[a-z-]+\/)/.test(name) && name.startsWith('src/') && !/\.(ts|cjs)$/.test(name),
        ),
    );
    expect(offences.map(({ path }) => path)).toEqual([]);
  });
});

/**
 * The files that may speak of what our own bank is about: those that run its Python or hold its words against the library, which
 * is PyTorch, and the mark by which posts that stand in channels already are found again.
 */
const aboutOurBank =
  /^(bank\/python\.ts$|bank\/(snippet|api)-runner\.py$|cli\/bank-(snippets|verify-api)\.ts$|adapters\/slack\/outbound\/post-body\.ts$)/;

describe('the subject of a bank', () => {
  it('is named nowhere in the code: another bank changes nothing there', async () => {
    const paths = await Array.fromAsync(glob('**/*.{ts,js,cjs,css,svg,py}', { cwd: 'src' }));
    const files = await Promise.all(
      paths.map(async (path) => ({ path, text: await readFile(join('src', path), 'utf8') })),
    );
    expect(files.length).toBeGreaterThan(300);
    // `min_torch` and `max_torch` are fields of question files, as they are published.
    const speaks = ({ text }: { text: string }) =>
      /pytorch|torch|tensor/i.test(text.replace(/\b(min|max)_torch\b/g, ''));
    expect(files.filter((file) => !aboutOurBank.test(file.path) && speaks(file)).map(({ path }) => path)).toEqual([]);
  });
});

/** Where src/search may list words: those of the language that ask, connect and fill, and its irregular forms. */
const wordLists = ['search/intent.ts', 'search/stem.ts', 'search/stop-words.ts'];

/** Words of this trade that are a subject's, too. */
const ours = new Set(['index', 'retrieval', 'merge', 'delete', 'linear']);

describe('the search', () => {
  it('holds no word of any subject, neither of ours nor of the examples', async () => {
    const files = (await sources()).filter(({ path }) => path.startsWith('search/'));
    const banks = [await loadBank('data'), await loadBank('examples/git')];
    const names = banks.flatMap(({ words }) => [words.own, words.neighbours, ...words.synonyms].flat());
    const told = new Set(names.flatMap((name) => name.toLowerCase().match(/[a-z][a-z0-9]{2,}/g) ?? []));
    const isOfASubject = (word: string) => told.has(word) && rarityOf(word) > 0.9 && !ours.has(word);
    const found = files.flatMap(({ path, text }) =>
      [...new Set(text.toLowerCase().match(/[a-z][a-z0-9]*/g))].filter(isOfASubject).map((word) => `${path}: ${word}`),
    );
    expect(found).toEqual([]);
  });

  it('lists words in three files only', async () => {
    const files = (await sources()).filter(({ path }) => path.startsWith('search/'));
    const listing = files.filter(({ text }) => /[`'"][a-z\s,]{120,}[`'"]/.test(text)).map(({ path }) => path);
    expect(listing.toSorted()).toEqual(wordLists);
  });
});

describe('a start', () => {
  it('loads what reckons with memory only with the first answer', async () => {
    const texts = new Map((await sources()).map(({ path, text }) => [join('src', path), text]));
    const statically = new Map([...texts].map(([path, text]) => [path, text.replace(/\bimport\('[^']*'\)/g, '')]));
    expect(reached('src/process.ts', texts).has('ts-fsrs')).toBe(true);
    expect(reached('src/process.ts', statically).has('ts-fsrs')).toBe(false);
  });

  it('loads what reads Markdown and YAML only when there is something to read', async () => {
    const atOnce = (text: string) => text.replace(/\bimport\('[^']*'\)/g, '');
    const texts = new Map((await sources()).map(({ path, text }) => [join('src', path), atOnce(text)]));
    const loaded = reached('src/process.ts', texts);
    expect(loaded.size).toBeGreaterThan(100);
    expect(
      [...loaded.keys()].filter((name) => /^(marked|yaml|src\/adapters\/(slack|discord)\/\w+-adapter\.ts)$/.test(name)),
    ).toEqual([]);
  });
});

describe('the glossary', () => {
  it('names places that exist', async () => {
    const text = await readFile('docs/glossary.md', 'utf8');
    const named = [...text.matchAll(/`((?:src|tests)(?:\/[^`]*)?)`/g)].flatMap((match) => match[1] ?? []);
    expect(named.length).toBeGreaterThan(100);
    const missing = await Promise.all(
      [...new Set(named)].map((path) =>
        stat(path).then(
          () => [],
          () => [path],
        ),
      ),
    );
    expect(missing.flat()).toEqual([]);
  });
});

/** What a unit test has no need of: a database, a server, a process, a browser, files that are watched. */
const costly =
  /^(src\/(storage\/|bank\/watch|main|process\.)|tests\/simulators\/|node:(child_process|cluster|http|net|worker_threads)|kysely|pg$|playwright)/;

describe('the tests', () => {
  it('say in their names what they cost, and unit tests cost no more than reckoning', async () => {
    const files = (await sources('tests')).map(({ path, text }) => ({ path: join('tests', path), text }));
    const tests = files.filter(({ path }) => path.endsWith('.test.ts'));
    expect(tests.length).toBeGreaterThan(100);
    expect(tests.filter(({ path }) => !/\.(unit|int|e2e)\.test\.ts$/.test(path)).map(({ path }) => path)).toEqual([]);
    const texts = new Map(files.map(({ path, text }) => [path, text]));
    const ways = tests
      .filter(({ path }) => path.endsWith('.unit.test.ts'))
      .flatMap(({ path }) => [...reached(path, texts).values()]);
    expect(ways.filter((way) => costly.test(way.at(-1) ?? '')).map((way) => way.join(' → '))).toEqual([]);
  });

  it('wait for states with one limit, and never for milliseconds', async () => {
    const files = (await sources('tests')).filter(({ path }) => path !== 'architecture.unit.test.ts');
    expect(files.length).toBeGreaterThan(100);
    const offences = files.flatMap(({ path, text }) =>
      haste
        .filter(({ what, but }) => what.test(text) && !but.test(path))
        .map(({ what, instead }) => `${path}: ${what.exec(text)?.[0]} ${instead}`),
    );
    expect(offences).toEqual([]);
  });

  it('that run side by side expect by their own context: the common `expect.poll` follows whichever ends first', async () => {
    const abreast = (await sources('tests')).filter(({ text }) => /\bconcurrent: true|\.concurrent\b/.test(text));
    const files = abreast.filter(({ path }) => path !== 'architecture.unit.test.ts');
    expect(files.length).toBeGreaterThan(1);
    expect(
      files.filter(({ text }) => /^import .*\bexpect\b.* from 'vitest'/m.test(text)).map(({ path }) => path),
    ).toEqual([]);
  });
});
