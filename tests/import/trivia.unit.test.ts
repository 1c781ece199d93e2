import { describe, expect, it } from 'vitest';
import { formOf } from '../../src/import/forms.ts';
import { readOpenTrivia } from '../../src/import/readers/open-trivia.ts';
import { readRedTrivia } from '../../src/import/readers/red-trivia.ts';
import { inWords, remarksOf } from './asked.ts';

const inSpace = {
  ...{ type: 'multiple', difficulty: 'easy', category: 'Science &amp; Nature' },
  question: 'Who wrote &quot;Rock &amp; Roll&quot; about caf&eacute;s &lt;b&gt;?',
  ...{ correct_answer: 'Zo&euml;', incorrect_answers: ['Max', '1 &lt; 2', 'Al&#039;s'] },
};

const dump = (...results: unknown[]) => JSON.stringify({ response_code: 0, results });

describe('questions of the Open Trivia Database', () => {
  it('are read with what their entities stand for, their level, category and licence', () => {
    const entries = [...readOpenTrivia(dump(inSpace))];
    expect(inWords(entries)).toEqual([
      `question 1: Who wrote "Rock & Roll" about cafés <b>? | =Zoë | Max | 1 < 2 | Al's`,
    ]);
    expect(entries).toMatchObject([
      {
        level: 'easy',
        category: 'Science & Nature',
        licence: 'CC BY-SA 4.0, Open Trivia Database (opentdb.com)',
        remarks: [],
      },
    ]);
    expect(inWords(readOpenTrivia(JSON.stringify([inSpace])))).toEqual(inWords(entries));
  });

  const encoded = (encode: (text: string) => string) =>
    dump({
      ...{
        type: encode('multiple'),
        difficulty: encode('hard'),
        category: encode('Any'),
        question: encode('What is 50% + x?'),
      },
      ...{ correct_answer: encode('½ & x'), incorrect_answers: ['a', 'b', 'c'].map(encode) },
    });

  it.each([
    ['base 64', (text: string) => Buffer.from(text).toString('base64'), 'Its texts are in base 64, and were decoded.'],
    ['URLs', encodeURIComponent, 'Its texts are written as in URLs, and were decoded.'],
    [
      'older URLs',
      (text: string) => encodeURIComponent(text).replaceAll('%20', '+'),
      'Its texts are written as in URLs, and were decoded.',
    ],
  ])('are decoded from %s, which is said', (_, encode, says) => {
    const entries = [...readOpenTrivia(encoded(encode))];
    expect(inWords(entries)).toEqual([`note: ${says}`, 'question 1: What is 50% + x? | =½ & x | a | b | c']);
    expect(entries).toMatchObject([{}, { level: 'hard' }]);
  });

  it('that are true or false say so, and those that lack something are refused', () => {
    const boolean = {
      ...inSpace,
      type: 'boolean',
      question: 'Is it?',
      correct_answer: 'True',
      incorrect_answers: ['False'],
    };
    const entries = [
      ...readOpenTrivia(dump(boolean, { ...inSpace, question: ' ' }, { ...inSpace, correct_answer: 5 }, 7, null)),
    ];
    expect(inWords(entries)).toEqual([
      'question 1: Is it? | =True | False',
      'question 2 refused: It has no question.',
      'question 3 refused: It has no correct_answer.',
      'question 4 refused: It has no question.',
      'question 5 refused: It has no question.',
    ]);
    expect(remarksOf(entries)).toEqual(['It is true or false. Ask for something that four options can answer.']);
  });

  it.each([
    ['{"response_code":0,"results":[{"type":"mult', 'Its JSON is broken or cut off'],
    ['{"response_code":5,"results":[]}', 'It has no question.'],
    ['[{"front":"a","back":"b"}]', 'It is JSON, but not that of the Open Trivia Database.'],
    ['['.repeat(100_000), 'Its JSON is broken or cut off'],
    [`${'['.repeat(50_000)}${']'.repeat(50_000)}`, 'It is JSON, but not that of the Open Trivia Database.'],
  ])('say why they cannot be read: %.20s', (text, why) => {
    expect(formOf(text, '')?.name).toBe('JSON');
    expect(() => [...readOpenTrivia(text)]).toThrow(why);
  });
});

const list = `AUTHOR: Ada, Ben
DESCRIPTION: >-
  About
  nets.
"[Nets] What does ReLU stand for?":
- Rectified linear unit
- rectified linear unit
- ReLU unit
Is 1.0 a float?:
- Yes
- 007
What is this? https://example.org/logo.png:
- A logo
Is 1.0 a float?: [No]
Nothing?:
Two at once?:
- {a: b}
`;

describe('a trivia list of Red', () => {
  it('gives each question with its first answer, and the others as other ways to say it', () => {
    const entries = [...readRedTrivia(list)];
    expect(inWords(entries)).toEqual([
      'note: It says of itself: About nets.',
      'note: It has no wrong options: each draft has only the answer.',
      'line 5: [Nets] What does ReLU stand for? | =Rectified linear unit',
      'line 9: Is 1.0 a float? | =Yes',
      'line 12: What is this? https://example.org/logo.png | =A logo',
      'line 14: Is 1.0 a float? | =No',
      'line 15 refused: It has no answer.',
      'line 16 refused: It has no answer.',
    ]);
    expect(entries.filter((entry) => entry.kind === 'candidate')).toMatchObject([
      { author: 'Ada, Ben', explanation: 'Also taken as right: ReLU unit.' },
      { explanation: 'Also taken as right: 007.' },
      { remarks: ['What is asked is at https://example.org/logo.png, which is left out.'] },
      { explanation: '' },
    ]);
  });

  it('is told by its author, or by how its file is called', () => {
    expect(formOf(list, '.txt')?.name).toBe("Red's trivia");
    expect(formOf('What?:\n- This\n', '.yaml')?.name).toBe("Red's trivia");
    expect(formOf('What?:\n- This\n', '.txt')?.name).not.toBe("Red's trivia");
  });

  it('says where its YAML is broken, and takes what stands before', () => {
    const broken = 'AUTHOR: A\nWhat?:\n- This\nWho?:\n- "never closed\n';
    const said = inWords(readRedTrivia(broken));
    expect(said[1]).toBe('line 2: What? | =This');
    expect(said.at(-1)).toMatch(/^line \d refused: Its YAML is broken here: /);
  });

  it('refuses brackets without end, and does not multiply what is named once', () => {
    expect(() => [...readRedTrivia(`AUTHOR: A\nx: ${'['.repeat(5000)}`)]).toThrow(
      'more than 100 brackets within each other',
    );
    const named = 'AUTHOR: A\na: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n';
    expect(inWords(readRedTrivia(named)).slice(1)).toEqual([
      'line 2: a | =x',
      'line 3 refused: It has no answer.',
      'line 4 refused: It has no answer.',
    ]);
  });
});
