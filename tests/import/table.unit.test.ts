import { describe, expect, it } from 'vitest';
import { loadBank } from '../../src/bank/load.ts';
import { itemsCsv } from '../../src/export/csv.ts';
import { exportedItems } from '../../src/export/exported-items.ts';
import { formOf } from '../../src/import/forms.ts';
import { readDelimited } from '../../src/import/readers/delimited.ts';
import { inWords, remarksOf } from './asked.ts';

describe('a table', () => {
  it.each([
    ['commas', 'question,a,b,answer\nWhich?,one,two,B\n'],
    ['semicolons', 'Question;Option 1;Option 2;Correct answer\nWhich?;one;two;2\n'],
    ['tabs', 'stem\tOption A\tOption B\tKey\nWhich?\tone\ttwo\ttwo\n'],
    ['bars, with letters before the options', 'Question|Choice 1|Choice 2|Right\nWhich?|A) one|B) two|b)\n'],
    ['a mark before its first letter', '\ufeffquestion,a,b,answer\nWhich?,one,two,B\n'],
  ])('is read with %s', (_, text) => {
    expect(formOf(text, '')?.name).toBe('a table');
    expect(inWords(readDelimited(text))).toEqual(['line 2: Which? | one | =two']);
  });

  it('names the right answer apart from the wrong ones', () => {
    const text = 'question,correct answer,incorrect answer 1,incorrect answer 2\nWhich?,two,one,three\n';
    expect(inWords(readDelimited(text))).toEqual(['line 2: Which? | =two | one | three']);
  });

  it('of terms and definitions has two columns and no names', () => {
    expect(inWords(readDelimited('cat\tKatze\ndog\tHund\n'))).toEqual(['line 1: cat | =Katze', 'line 2: dog | =Hund']);
  });

  it('is refused where nothing says which of its columns holds what', () => {
    expect(inWords(readDelimited('Which?,one,two,three\nWho?,a,b,c\n'))).toEqual([
      'line 1 refused: Its 4 columns have no names that say which holds what (Which?, one, two, three). ' +
        'Name them in the first row: question, option 1, option 2, option 3, option 4, right.',
    ]);
  });

  it.each([
    ['several right ones', 'question,a,b,c,right\nWhich?,x,y,z,"1,3"\n', ['line 2: Which? | =x | y | =z'], []],
    [
      'a number that is an option, and the number of another',
      'question,a,b,c,answer\nHow many?,1,3,2,2\n',
      ['line 2: How many? | 1 | 3 | =2'],
      ['The source says “2” is right, which may be an option or the number of one.'],
    ],
    [
      'a letter beyond the options',
      'question,a,b,answer\nWhich?,x,y,D\n',
      ['line 2: Which? | x | y'],
      ['The source says “D” is right, and there is no such option.'],
    ],
    [
      'no key',
      'question,a,b,answer\nWhich?,x,y,\n',
      ['line 2: Which? | x | y'],
      ['The source does not say which option is right.'],
    ],
  ])('with %s is told apart', (_, text, asked, remarks) => {
    expect(inWords(readDelimited(text))).toEqual(asked);
    expect(remarksOf(readDelimited(text))).toEqual(remarks);
  });

  it('says which columns it does not take, and what a row without a question is', () => {
    expect(inWords(readDelimited('question,answer,colour\nWhich?,x,red\n,y,blue\n,,\n'))).toEqual([
      'note: These columns are not taken: colour.',
      'line 2: Which? | =x',
      'line 3 refused: It has no question.',
    ]);
  });

  it('has HTML where it has tags, and says so', () => {
    const entries = [...readDelimited('question,answer\n"What is <b>2<sup>3</sup></b> &times; x?","a &lt; b"\n')];
    expect(inWords(entries)).toEqual(['line 2: What is 2³ × x? | =a < b']);
    expect(remarksOf(entries)).toEqual(['It has “<b>”, so it was read as HTML.']);
  });

  it('of our own export comes back with every stem, code, option, reason and key', async () => {
    const items = exportedItems((await loadBank('examples/git')).questions);
    expect([...readDelimited(itemsCsv(items))].filter(({ kind }) => kind !== 'note')).toMatchObject(
      items.map(({ question, item }) => ({
        ...{ stem: item.stem, code: item.code?.trimEnd() ?? '', options: item.options, level: question.level },
        ...{ category: question.topic, name: question.title },
      })),
    );
  });
});
