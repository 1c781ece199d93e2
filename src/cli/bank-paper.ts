import { readFile } from 'node:fs/promises';
import { loadBank } from '../bank/load.ts';
import type { PaperItem } from '../bank/readings/paper.ts';
import { paperOf } from '../bank/readings/paper.ts';
import type { Grade, Reading } from '../bank/readings/reading.ts';
import { gradeReadings, readAnswers } from '../bank/readings/reading.ts';
import { Fault } from '../core/fault.ts';
import { levels } from '../core/question.ts';
import { contentDigest } from '../ops/digest.ts';
import { counted } from './counted.ts';
import type { Print } from './print.ts';
import { tableOf } from './table.ts';

/** `bank paper`: every item without its key, for readers who do not know it. */
export async function printPaper(directory: string, print: Print): Promise<number> {
  const { questions } = await loadBank(directory);
  for (const { code, item, order } of paperOf(questions, contentDigest)) {
    print.line(`### ${code}\n\n${item.stem}\n`);
    if (item.code !== undefined) print.line(`\`\`\`python\n${item.code}\n\`\`\`\n`);
    for (const [place, index] of order.entries())
      print.line(`${'ABCD'.charAt(place)}. ${item.options[index]?.text ?? ''}`);
    print.line('');
  }
  return 0;
}

/**
 * `bank paper --grade FILE`: how readers fared with the items, by level, and every item that one of them answered otherwise
 * than its key says. With `figures` a line of comma-separated values for each item instead. Exit code 1 if a line of a file
 * grades nothing.
 */
export async function gradePaper(
  directory: string,
  files: readonly string[],
  print: Print,
  figures = false,
): Promise<number> {
  const paper = paperOf((await loadBank(directory)).questions, contentDigest);
  const readings: Reading[] = [];
  for (const file of files) {
    const reading = readAnswers(await readText(file), paper);
    for (const { line, text, problem } of reading.unread) print.error(`${file}:${line} ${problem} It says “${text}”.`);
    readings.push(reading);
  }
  const grades = gradeReadings(paper, readings);
  if (figures) printFigures(grades, print);
  else printGrades(grades, paper.length, print);
  return readings.some(({ unread }) => unread.length > 0) ? 1 : 0;
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new Fault('usage', `${file} cannot be read (${error.code}).`, 'Name a file of lines such as “3fa9c01e B”.');
  }
}

function printFigures(grades: readonly Grade[], print: Print): void {
  print.line('item,level,readers,right');
  const rows = grades.map(({ paper: { key, level }, readers, right }) => [key, level, readers, right].join(','));
  for (const row of rows.toSorted()) print.line(row);
}

function printGrades(grades: readonly Grade[], items: number, print: Print): void {
  print.line(`Answered were ${grades.length} of ${counted(items, 'item')}.`);
  const rows = [...levels, null].map((level) => {
    const own = grades.filter(({ paper }) => level === null || paper.level === level);
    const answers = own.reduce((sum, { readers }) => sum + readers, 0);
    const right = own.reduce((sum, grade) => sum + grade.right, 0);
    const share = answers === 0 ? '–' : `${((100 * right) / answers).toFixed(1)} %`;
    return [level ?? 'all', String(own.length), String(answers), String(right), share];
  });
  for (const line of tableOf([['level', 'items', 'answers', 'as the key', 'share'], ...rows])) print.line(line);
  for (const grade of grades.filter(({ others }) => others.length > 0)) printOther(grade, print);
}

function printOther({ paper, readers, others }: Grade, print: Print): void {
  print.line(`\n${paper.key} (${paper.level}, ${others.length} of ${readers} otherwise): ${paper.item.stem}`);
  print.line(`  key: ${textOf(paper, keyOf(paper))}`);
  for (const option of new Set(others)) print.line(`  read: ${textOf(paper, option)}`);
}

const keyOf = ({ item }: PaperItem) => item.options.findIndex(({ correct }) => correct);

const textOf = ({ item }: PaperItem, option: number) => item.options[option]?.text ?? '';
