import { describe, expect, it } from 'vitest';
import { loadBank } from '../../src/bank/load.ts';
import type { Bank } from '../../src/core/bank.ts';
import { exportedItems } from '../../src/export/exported-items.ts';
import { formats } from '../../src/export/formats.ts';
import { formOf } from '../../src/import/forms.ts';
import { readAnkiText } from '../../src/import/readers/anki-text.ts';
import { inWords, remarksOf } from './asked.ts';

const tab = '\t';

describe('a text of Anki', () => {
  it('is told by its first line, whatever it is called', () => {
    expect(formOf('#separator:tab\na\tb', '.csv')?.name).toBe('Anki text');
    expect(formOf('#tags column:2\na\tb', '')?.name).toBe('Anki text');
    expect(formOf('# separator\na,b', '')?.name).not.toBe('Anki text');
  });

  it('is read by its headers: what separates, HTML, and columns that are no fields', () => {
    const text = `#separator:Semicolon\n#html:true\n#guid column:2\n#tags column:1\n#deck:Git::Basics\nhard x;g1;"What is ""a;b""?<br>Say.";"it &amp; that"\n`;
    const entries = [...readAnkiText(text)];
    expect(inWords(entries)).toEqual(['line 6: What is "a;b"? Say. | =it & that']);
    expect(entries).toMatchObject([{ id: 'g1', category: 'Git::Basics', tags: ['hard', 'x'] }]);
  });

  it('takes `<` for a letter where the file says that it is no HTML', () => {
    expect(inWords(readAnkiText(`#html:false\n#separator:tab\na < b and c > d?${tab}x <b> y\n`))).toEqual([
      'line 3: a < b and c > d? | =x <b> y',
    ]);
  });

  it('says that a blank behind `#html:` makes it plain text, as in Anki', () => {
    const entries = [...readAnkiText(`#separator:tab\n#html: true\nA&amp;B?${tab}yes\n`)];
    expect(inWords(entries)[1]).toBe('line 3: A&amp;B? | =yes');
    expect(entries[0]).toMatchObject({ kind: 'note' });
  });

  it('has options where the front has letters, and the back says which is right and why', () => {
    const front = 'What does it move?<div>A. Files</div><div>B. The branch</div><div>C. The index</div>';
    const entries = [
      ...readAnkiText(`#separator:tab\n#html:true\n${front}${tab}<b>B. The branch</b><br><br>It moves HEAD.\n`),
    ];
    expect(inWords(entries)).toEqual(['line 3: What does it move? | Files | =The branch | The index']);
    expect(entries).toMatchObject([{ explanation: 'It moves HEAD.', remarks: [] }]);
  });

  it('asks for each gap of a cloze', () => {
    const entries = [...readAnkiText(`#separator:tab\n{{c1::Paris::a city}} lies in {{c2::France}}${tab}Extra\n`)];
    expect(inWords(entries)).toEqual([
      'line 2, gap 1: ____ (a city) lies in France | =Paris',
      'line 2, gap 2: Paris lies in ____ | =France',
    ]);
    expect(entries).toMatchObject([{ explanation: 'Extra' }, { explanation: 'Extra' }]);
  });

  it('names what no draft can show, and drops no note in silence', () => {
    const text = `#separator:tab\n#html:true\nWhat is <img src="a.png">?${tab}\\(x^2\\) [sound:b.mp3]\n${tab}\n<img src=c.png>${tab}x\n`;
    expect(remarksOf(readAnkiText(text))).toEqual([
      'The picture a.png is left out.',
      'It has TeX. Write the formula as plain text.',
      'The sound b.mp3 is left out.',
    ]);
    expect(inWords(readAnkiText(text)).slice(1)).toEqual([
      'line 4 refused: It is empty.',
      'line 5 refused: Its front is empty, or holds only a picture or a sound.',
    ]);
  });

  it('says where a quote is never closed, and reads what stands before', () => {
    expect(inWords(readAnkiText(`#separator:tab\na?${tab}b\n"c?${tab}d\ne?${tab}f\n`))).toEqual([
      'line 2: a? | =b',
      'line 3 refused: A quote that opens a cell is never closed. All from there on is left out.',
    ]);
  });

  it('of our own export comes back with every stem, code, option and key', async () => {
    const bank: Bank = await loadBank('examples/git');
    const items = exportedItems(bank.questions);
    const read = [...readAnkiText(formats.anki.write(items, bank.subject))];
    const asked = (text: string) => text.replaceAll(/\s+/g, ' ').trim();
    expect(
      read.map(
        (entry) =>
          entry.kind === 'candidate' && {
            ...entry,
            options: entry.options.map(({ text, correct }) => ({ text, correct })),
          },
      ),
    ).toMatchObject(
      items.map(({ item }) => ({
        stem: asked(item.stem),
        code: item.code?.trimEnd() ?? '',
        options: item.options.map(({ text, correct }) => ({ text: asked(text), correct })),
        remarks: [],
      })),
    );
  });
});
