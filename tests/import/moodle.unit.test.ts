import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formats } from '../../src/export/formats.ts';
import { formOf } from '../../src/import/forms.ts';
import { readAiken } from '../../src/import/readers/aiken.ts';
import { readGift } from '../../src/import/readers/gift.ts';
import { readXml } from '../../src/import/readers/xml.ts';
import { arbitraryItems, subject } from '../export/arbitrary-items.ts';
import { inWords, remarksOf } from './asked.ts';

describe('GIFT', () => {
  it.each([
    [
      'one right option, reasons and weights of nothing',
      'Which?{=a#yes ~b#no ~%0%c}',
      'Which? | =a # yes | b # no | c',
    ],
    ['several right ones by their weights', 'Which?{~%50%a ~%50%b ~%-100%c}', 'Which? | =a | =b | c'],
    [
      'escapes, a time and a slice',
      'At 12:30, x[::2] \\= y \\{1\\}?{=a\\~b ~c}',
      'At 12:30, x[::2] = y {1}? | =a~b | c',
    ],
    [
      'an arrow in the right option',
      'What is it?{=(2, 3) -> (3, 2) ~(3, 2)}',
      'What is it? | =(2, 3) -> (3, 2) | (3, 2)',
    ],
    ['HTML', '[html]<p>Is <code>a</code> it?</p>{=[html]<b>x</b> ~y}', 'Is `a` it? | =x | y'],
    ['a gap', 'Two {=and ~plus} two.', 'Two _____ two. | =and | plus'],
    ['true or false', '::T::Is it?{TRUE#wrong#right}', 'Is it? | =True # right | False # wrong'],
    ['what is typed', 'Who?{=Ada =Ada Lovelace}', 'Who? | =Ada'],
    ['a number', 'Pi?{#3.14:0.01}', 'Pi? | =3.14 ± 0.01'],
    ['a remark within a question', 'Which?{\n// c\n=a\n~b}', 'Which? | =a | b'],
  ])('reads %s', (_, text, asked) => {
    expect(formOf(text, '')?.name).toBe('GIFT');
    expect(inWords(readGift(text))).toEqual([`line 1: ${asked}`]);
  });

  it.each([
    ['an essay', 'Write.{}', 'It asks for an essay, and has no answers to choose from.'],
    ['pairs', 'Match.{=a -> b =c -> d}', 'It asks to match pairs, of which no single choice can be made.'],
    ['a description', 'Only words.', 'It is a description: it asks nothing.'],
    ['a brace too few', 'Which?{=a ~b', 'Its braces do not match. Write \\{ and \\} where they are no answers.'],
    [
      'a second pair',
      'Which?{=a ~b} and {=c ~d}',
      'It has more than one pair of braces, of which only one may hold answers.',
    ],
  ])('refuses %s, and only that', (_, text, why) => {
    expect(inWords(readGift(`${text}\n\nNext?{=a ~b}`))).toEqual([`line 1 refused: ${why}`, 'line 3: Next? | =a | b']);
  });

  it('keeps category, name, id, tags and general feedback', () => {
    const text = '$CATEGORY: top/Git/Basics\n\n// [id:g-1] [tag:easy]\n::Name::Which?{=a ~b####Because.}';
    expect([...readGift(text)]).toMatchObject([
      { place: 'line 3', category: 'top/Git/Basics', name: 'Name', id: 'g-1', tags: ['easy'], explanation: 'Because.' },
    ]);
  });

  it('reads a question right below its category, and says what Moodle would do', () => {
    expect(inWords(readGift('$CATEGORY: a\nWhich?{=a ~b}'))).toEqual([
      'note: Line 1 has a question right below its category, which Moodle would take for a part of it.',
      'line 1: Which? | =a | b',
    ]);
  });

  it('says what is a part of the points, and that nothing is right', () => {
    expect(remarksOf(readGift('Which?{=a ~%50%b ~c}'))).toEqual(['The source gives a part of the points: “b” 50 %.']);
    expect(remarksOf(readGift('Which?{~a ~b}'))).toEqual(['The source marks no option as right.']);
  });
});

describe('Aiken', () => {
  const text =
    'E.g. this one:\nwhich is it?\nA.one\nB) two\n   and more\nANSWER: b\n\nA. Turing was?\nA. a man\nB. a horse\nANSWER: D\n';

  it('keeps every line of a question and of an option', () => {
    expect(formOf(text, '')?.name).toBe('Aiken');
    expect(inWords(readAiken(text))).toEqual([
      'line 1: E.g. this one: which is it? | one | =two and more',
      'line 8: A. Turing was? | a man | a horse',
    ]);
    expect(remarksOf(readAiken(text))).toEqual(['Its answer is “D”, and there is no such option.']);
  });

  it('refuses what has no answer, no options or no question', () => {
    expect(inWords(readAiken('Which?\nANSWER: A\n\nA. x\nB. y\nANSWER: A\nWhich?\nA. x\nB. y\n'))).toEqual([
      'line 1 refused: It has no options “A.” and “B.”.',
      'line 4 refused: There is no question above its options.',
      'line 7 refused: It has no line “ANSWER:” below it.',
    ]);
  });
});

const quiz = (...questions: string[]) => `<?xml version="1.0"?>\n<quiz>\n${questions.join('\n')}\n</quiz>`;
const html = (name: string, text: string) => `<${name} format="html"><text><![CDATA[${text}]]></text></${name}>`;
const answer = (fraction: string, text: string, why = '') =>
  `<answer fraction="${fraction}" format="html"><text>${text}</text>${html('feedback', why)}</answer>`;

describe('Moodle XML', () => {
  it('reads options with their reasons, name, id, tags and category', () => {
    const text = quiz(
      '<question type="category"><category><text>$course$/top/Git</text></category></question>',
      `<question type="multichoice"><name><text>N</text></name>${html('questiontext', '<p>What is <code>007</code>?</p><pre>x &lt; y</pre>')}
      ${html('generalfeedback', 'So.')}<idnumber>k</idnumber>${answer('100', '007', 'Yes')}${answer('0', 'a &lt;b&gt;c&lt;/b&gt;', 'No')}
      <tags><tag><text>hard</text></tag></tags></question>`,
    );
    expect(formOf(text, '.txt')?.name).toBe('XML');
    expect(inWords(readXml(text))).toEqual(['line 4, “N”: What is `007`? | =007 # Yes | a c # No']);
    expect([...readXml(text)]).toMatchObject([
      { code: 'x < y', explanation: 'So.', id: 'k', tags: ['hard'], category: '$course$/top/Git', remarks: [] },
    ]);
  });

  it.each([
    ['tags of HTML between those of XML', 'use <b>stride</b> now', 'use stride now'],
    ['entities of HTML, which XML does not know', 'a&nbsp;&eacute; &#233;', 'a é é'],
    ['a picture', '&lt;img src="@@PLUGINFILE@@/a.png"/&gt; x', 'x'],
  ])('reads %s', (_, text, read) => {
    const given = quiz(
      `<question type="multichoice">${html('questiontext', 'Which?')}${answer('100', text)}${answer('0', 'y')}</question>`,
    );
    expect(inWords(readXml(given))).toEqual([`line 3: Which? | =${read} | y`]);
  });

  it('reads true and false by their texts, also where they stand the other way round', () => {
    const given = quiz(
      `<question type="truefalse">${html('questiontext', 'Is it?')}${answer('0', 'false')}${answer('100', 'true')}</question>`,
    );
    expect(inWords(readXml(given))).toEqual(['line 3: Is it? | False | =True']);
  });

  it('takes a weight that Moodle refuses, and refuses kinds that are no choice', () => {
    const given = quiz(
      `<question type="multichoice">${html('questiontext', 'Which?')}${answer('33.33', 'a')}${answer('66.67', 'b')}${answer('0', 'c')}</question>`,
      `<question type="matching">${html('questiontext', 'Match')}</question>`,
      '<question type="stack"><name><text>S</text></name></question>',
    );
    expect(inWords(readXml(given))).toEqual([
      'line 3: Which? | =a | =b | c',
      'line 4 refused: It asks to match pairs; no single choice can be made of it.',
      'line 5, “S” refused: Questions of the kind “stack” are not read.',
    ]);
  });

  it.each([
    ['a cut file', quiz('<question type="multichoice">').slice(0, -3), /^It is no whole XML/],
    ['entities of its own', '<!DOCTYPE a [<!ENTITY b "bb">]><quiz>&b;</quiz>', /^It declares entities of its own/],
    [
      'elements that are too deep',
      `${'<a>'.repeat(200)}${'</a>'.repeat(200)}`,
      /^Its elements stand more than 100 deep/,
    ],
    ['another kind of XML', '<rss/>', /^It is XML of another kind, <rss>/],
  ])('says of %s what is wrong', (_, text, why) => expect(() => [...readXml(text)]).toThrow(why));
});

it('our own exports for Moodle come back with every stem, code, option, reason, key and level', () => {
  const asRead = (text: string) => text.replaceAll(/\s+/g, ' ').trim();
  fc.assert(
    fc.property(arbitraryItems, (items) => {
      const expected = items.map(({ question, item }) => ({
        ...{ stem: asRead(item.stem), name: asRead(question.title), tags: [question.level] },
        options: item.options.map(({ text, why, correct }) => ({ text: asRead(text), why: asRead(why), correct })),
      }));
      for (const text of [formats.gift.write(items, subject), formats['moodle-xml'].write(items, subject)]) {
        expect(formOf(text, '')?.read).toBeDefined();
        expect([...(formOf(text, '')?.read(text) ?? [])]).toMatchObject(expected);
      }
    }),
  );
});
