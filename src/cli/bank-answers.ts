import { existsSync } from 'node:fs';
import { createBankIndex } from '../app/bank-index.ts';
import type { Log } from '../app/ports.ts';
import type { ItemFigures } from '../app/practice/item-figures.ts';
import { figuresCsv, itemFigures } from '../app/practice/item-figures.ts';
import { loadBank } from '../bank/load.ts';
import { contentDigest } from '../ops/digest.ts';
import type { Location } from '../storage/engine.ts';
import { readCounts } from '../storage/read-counts.ts';
import { counted } from './counted.ts';
import type { Print } from './print.ts';

/** Answers before an item is told of. */
const enough = 10;

/** Rows of each list. */
const shown = 10;

type Where = { readonly location: Location; readonly print: Print; readonly log: Log };

type Row = readonly [cells: readonly string[], about: string];

/**
 * `bank stats`, second part: the items that the fewest get right, the wrong options that the most choose, and the items that
 * strong people miss, whose key may be wrong. Without a database there is nothing to tell.
 */
export async function answerStatistics(directory: string, where: Where): Promise<number> {
  const { print, location } = where;
  if (location.kind === 'sqlite' && !existsSync(location.path)) {
    print.line(`\nNobody has answered anything: there is no database ${location.path} yet.`);
    return 0;
  }
  const answered = await answeredIn(directory, where);
  const known = answered.filter(({ answers }) => answers >= enough);
  print.line(`\n${counted(answered.length, 'item')} answered, ${known.length} of them by ${enough} people or more.`);
  const share = ({ right, answers }: ItemFigures) => right / answers;
  const hardest = known.toSorted((one, other) => share(one) - share(other));
  printRows(
    print,
    'Hardest items:',
    ['right', 'answers', 'difficulty'],
    hardest.map(
      (one): Row => [
        [percent(share(one)), String(one.answers), one.difficulty.toFixed(2)],
        `${one.key}: ${one.item.stem}`,
      ],
    ),
  );
  printRows(print, 'Most misleading options:', ['chosen', 'right', 'answers'], misleading(known));
  const suspicious = known
    .flatMap((one) => {
      const { discrimination } = one;
      return discrimination === null || discrimination >= 0 ? [] : [{ ...one, discrimination }];
    })
    .toSorted((one, other) => one.discrimination - other.discrimination);
  printRows(
    print,
    'Items that strong people miss more often than weak ones; look at their keys:',
    ['correlation', 'right', 'answers'],
    suspicious.map(
      (one): Row => [
        [one.discrimination.toFixed(2), percent(share(one)), String(one.answers)],
        `${one.key}: ${one.item.stem}`,
      ],
    ),
  );
  return 0;
}

/** `bank stats --json`: the figures of every item that was answered, as one array. */
export async function printFigures(directory: string, where: Where): Promise<number> {
  const figures = (await answeredIn(directory, where)).map(({ question, item, answers, right, chosen, ...about }) => ({
    ...{ question: question.id, item: item.id, answers, right },
    ...{ difficulty: about.difficulty, discrimination: about.discrimination },
    options: item.options.map(({ text, correct }, place) => ({ text, correct, chosen: chosen[place] ?? 0 })),
  }));
  where.print.line(JSON.stringify(figures, null, 2));
  return 0;
}

/** `bank stats --csv`: the same for a spreadsheet. */
export async function printFiguresCsv(directory: string, where: Where): Promise<number> {
  where.print.line(figuresCsv(await answeredIn(directory, where)).replace(/\n$/, ''));
  return 0;
}

async function answeredIn(directory: string, { location, log }: Where): Promise<readonly ItemFigures[]> {
  const bank = createBankIndex(await loadBank(directory), contentDigest);
  return readCounts(location, (unit) => itemFigures(unit, bank), log);
}

/** Wrong options by the share of answers that they got, those that the most chose first. */
function misleading(known: readonly ItemFigures[]): readonly Row[] {
  return known
    .flatMap(({ key, item, chosen, ...about }) => {
      const all = chosen.reduce((sum, count) => sum + count, 0);
      return item.options.flatMap(({ text, correct }, place) =>
        correct || all < enough ? [] : [{ key, text, share: (chosen[place] ?? 0) / all, ...about }],
      );
    })
    .toSorted((one, other) => other.share - one.share)
    .filter(({ share }) => share > 0)
    .map(
      ({ key, text, share, right, answers }): Row => [
        [percent(share), percent(right / answers), String(answers)],
        `${key}: ${text}`,
      ],
    );
}

function printRows(print: Print, title: string, heads: readonly string[], rows: readonly Row[]): void {
  if (rows.length === 0) return;
  print.line(`\n${title}`);
  const line = (cells: readonly string[], about: string) =>
    print.line(`${cells.map((cell, column) => cell.padStart((heads[column] ?? '').length + 2)).join('')}  ${about}`);
  line(heads, 'item');
  for (const [cells, about] of rows.slice(0, shown)) line(cells, about.replace(/\s+/g, ' '));
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}
