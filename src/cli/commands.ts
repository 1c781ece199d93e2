import { scopeExtras } from '../adapters/slack/connection/scopes.ts';
import { formatNames } from '../export/format-names.ts';
import type { CommandLine } from './command-line.ts';
import { nearest } from './command-line.ts';

const python = {
  value: 'PATH',
  several: true,
  says: 'the Python to use; given several times, each of them, and what differs is told',
} as const;

/** Every command, by the words that select it. */
export const commands = {
  ask: {
    typed: 'npm run ask --',
    says: 'answers one question, or prompts for one after the other',
    operand: { name: '"QUESTION"', says: 'what to look up, in your own words', rest: true },
    options: { jsonl: { says: 'one query a line in, one JSON object a line out' } },
  },
  'bank check': {
    typed: 'npm run bank -- check',
    says: 'names every fault of the question bank, and every warning',
    options: { strict: { says: 'fails on a warning, too' } },
  },
  'bank snippets': {
    typed: 'npm run bank -- snippets',
    says: 'runs every marked Python block and proof',
    options: { python },
  },
  'bank verify-api': {
    typed: 'npm run bank -- verify-api',
    says: 'holds every name, call and default that the texts give against what is installed',
    options: { python },
  },
  'bank stats': {
    typed: 'npm run --silent bank -- stats',
    says: 'counts questions and items; of what people answered: the hardest, the most misleading, suspicious keys',
    options: {
      json: { says: 'figures of every item that was answered instead, as JSON' },
      csv: { says: 'the same for a spreadsheet: asked, right, shares of the options, discrimination' },
    },
  },
  'bank paper': {
    typed: 'npm run --silent bank -- paper',
    says: 'prints every item without its key, for blind readers, or grades what they answered',
    options: {
      grade: {
        value: 'FILE',
        several: true,
        says: 'a reader’s answers, a line each: the code of the item and a letter',
      },
      figures: { says: 'with --grade, a line of values for each item instead of a summary' },
    },
  },
  'bank gaps': {
    typed: 'npm run bank -- gaps',
    says: 'lists what people asked in vain',
    options: {
      aliases: { says: 'proposes aliases instead: what people typed and which question they then opened' },
      all: { says: 'lists more than the first 50; with --aliases, also what was opened once' },
    },
  },
  'bank flags': {
    typed: 'npm run --silent bank -- flags',
    says: 'lists what people say is wrong',
    options: {
      json: { says: 'the same as JSON' },
      clear: {
        value: 'ID',
        says: 'a question (stride) or an item (stride#output-size) was looked at: its flags count no more',
      },
    },
  },
  'bank new': {
    typed: 'npm run bank -- new',
    says: 'writes a question file to be filled in',
    operand: { name: 'TOPIC/ID', says: 'where it belongs and what it is called, such as vision/our-padding' },
  },
  'bank import': {
    typed: 'npm run bank -- import',
    says: 'makes drafts of the questions in files of other programs: Anki, Moodle, QTI, Kahoot, tables',
    operand: { name: 'FILE', says: 'what to read; docs/importing.md says what is taken of each form', rest: true },
    options: {
      to: { value: 'DIR', says: 'the folder that takes the drafts; it is made where there is none' },
      topic: { value: 'TOPIC', says: 'the topic of all of them, instead of what the files say' },
      author: { value: 'NAME', says: 'who wrote them, where the files do not say' },
      licence: { value: 'NAME', says: 'what allows you to use them, where the files do not say' },
      report: { value: 'FILE', says: 'writes what became of each question, a line each' },
    },
  },
  'bank drafts': {
    typed: 'npm run bank -- drafts',
    says: 'lists the questions that are not complete, with what each lacks',
    operand: { name: 'DIR', says: 'where to look; without it, in the bank', rest: true },
    options: { all: { says: 'lists more than the first 50' } },
  },
  'bank suggestions': {
    typed: 'npm run --silent bank -- suggestions',
    says: 'lists the questions that people suggest, accepts or declines one, or writes the accepted ones as files',
    options: {
      accept: { value: 'ID', says: 'this one becomes a question of the bank; its author is told' },
      decline: { value: 'ID', says: 'this one does not' },
      because: { value: '"WORDS"', says: 'with --decline, why; its author reads it' },
      export: { value: 'FOLDER', says: 'writes what was accepted as question files' },
      bank: { value: 'NAME', says: 'with --export, those of this bank of BANKS' },
    },
  },
  'bank export': {
    typed: 'npm run --silent bank -- export',
    says: 'prints the whole bank as JSON, or its items in a form that other programs take',
    options: {
      to: { value: formatNames.join('|'), says: 'the form; docs/exporting.md says what each keeps' },
      topic: { value: 'TOPIC', several: true, says: 'only the questions of this topic, by its id or title' },
      out: { value: 'FILE', says: 'writes a file instead, in place of one of that name' },
    },
  },
  doctor: { typed: 'npm run doctor --', says: 'says what is wrong with the configuration, and the cure' },
  'slack manifest': {
    typed: 'npm run --silent slack:manifest --',
    says: 'prints the manifest of a Slack app',
    options: {
      mode: { value: 'socket|http', says: 'how Slack reaches the bot' },
      url: { value: 'https://bot.example', says: 'the address of the bot, with --mode http' },
      command: { value: '/NAME', says: 'another name for the slash command than that of the bank' },
      oauth: {
        value: 'https://bot.example',
        says: 'workspaces install the app by themselves at this address of the bot; adds token rotation',
      },
      with: { value: scopeExtras.join(','), says: 'more rights for more comfort; docs/slack.md says what for' },
      listed: { says: 'tells besides what a public listing needs, and what of it is met' },
    },
  },
  'discord register': {
    typed: 'npm run discord:register --',
    says: 'makes Discord’s list of commands equal to ours',
    options: { remove: { says: 'empties the list instead' } },
  },
  'discord listing': {
    typed: 'npm run --silent discord:listing',
    says: 'tells what a public listing on Discord needs, and what of it is met',
  },
  'db migrate': { typed: 'npm run db:migrate --', says: 'brings the database up to date' },
  'db relearn': {
    typed: 'npm run db:relearn --',
    says: 'makes anew what people remember, of what they answered',
  },
  'db export': {
    typed: 'npm run --silent db:export --',
    says: 'prints all that is kept about one person as JSON, as they get it by me export; or for a whole workspace',
    operand: {
      name: 'PERSON',
      says: 'the platform and their own id on it, such as slack:U042 or discord:42',
      rest: true,
    },
    options: {
      anki: { says: 'the questions that they answered instead, as a text that Anki imports' },
      scope: {
        value: 'SCOPE',
        says: 'all of a workspace or server instead of a person, such as slack:T012AB or discord:800000',
      },
    },
  },
  'db forget': {
    typed: 'npm run db:forget --',
    says: 'deletes all that is kept for a workspace or server; says first how much that is',
    options: {
      scope: {
        value: 'SCOPE',
        says: 'which one: the platform and its id there, such as slack:T012AB or discord:800000',
      },
      yes: { says: 'deletes it' },
    },
  },
  'db move': {
    typed: 'npm run db:move --',
    says: 'copies everything to an empty database, such as from SQLite to PostgreSQL, and compares every row',
    options: {
      from: {
        value: 'file:var/bot.sqlite',
        says: 'where everything is, written like DATABASE_URL; no bot may work on it',
      },
      to: { value: 'postgres://…', says: 'where it is to be, written likewise' },
    },
  },
  'db backup': {
    typed: 'npm run db:backup --',
    says: 'copies the SQLite database, also while the bot runs',
    operand: { name: 'FILE', says: 'the copy, such as backup.sqlite; it must not exist yet' },
  },
} as const satisfies Readonly<Record<string, CommandLine>>;

export type CommandName = keyof typeof commands;

/** The list of commands: all, or those that start with one word. */
export function listCommands(group = ''): string {
  const shown = Object.entries(commands).filter(([name]) => group === '' || name.startsWith(`${group} `));
  const rows = shown.map(([, { typed, says }]) => [typed.replace(/ --$/, ''), says] as const);
  const width = Math.max(...rows.map(([typed]) => typed.length));
  return [
    'Usage:',
    ...rows.map(([typed, says]) => `  ${typed.padEnd(width)}  ${says}`),
    '',
    'Each says more with --help, and does nothing then: npm run db:backup -- --help',
    ...(group === '' ? ['The version is told by npm start -- --version'] : []),
  ].join('\n');
}

/** The command that the first words select, with the remaining arguments; or what is wrong with those words. */
export function chooseCommand(
  argv: readonly string[],
):
  | { readonly name: CommandName; readonly args: readonly string[] }
  | { readonly wrong: string; readonly group: string } {
  const [first = '', second = ''] = argv;
  const names = Object.keys(commands) as CommandName[];
  for (const [name, words] of [[`${first} ${second}`, 2] as const, [first, 1] as const]) {
    const known = names.find((candidate) => candidate === name);
    if (known !== undefined) return { name: known, args: argv.slice(words) };
  }
  const group = names.filter((name) => name.startsWith(`${first} `)).map((name) => name.slice(first.length + 1));
  if (first !== '' && group.length > 0) {
    const wrong =
      second === '' ? `${first} needs one of ${group.join(', ')}.` : unknown(`${first} ${second}`, second, group);
    return { wrong, group: first };
  }
  const beginnings = [...new Set(names.map((name) => name.split(' ')[0] ?? ''))];
  return { wrong: first === '' ? 'No command was given.' : unknown(first, first, beginnings), group: '' };
}

function unknown(typed: string, word: string, known: readonly string[]): string {
  const near = nearest(word, known);
  return `There is no command ${typed}${near === null ? '.' : `; did you mean ${near}?`}`;
}
