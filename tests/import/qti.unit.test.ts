import { describe, expect, it } from 'vitest';
import { readXml } from '../../src/import/readers/xml.ts';
import { inWords, remarksOf } from './asked.ts';

const item21 = (
  interaction: string,
  response = '<correctResponse><value>B</value></correctResponse>',
) => `<?xml version="1.0"?>
<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="i1" title="T">
<responseDeclaration identifier="RESPONSE" cardinality="single" baseType="identifier">${response}</responseDeclaration>
<itemBody><p>Look at <b>this</b>:</p><pre>x = 1</pre><rubricBlock view="scorer"><p>For graders.</p></rubricBlock>${interaction}</itemBody>
<modalFeedback outcomeIdentifier="F" identifier="general" showHide="show"><p>Because.</p></modalFeedback></assessmentItem>`;

const choices = `<choiceInteraction responseIdentifier="RESPONSE" maxChoices="1"><prompt>Which?</prompt>
<simpleChoice identifier="A">one<feedbackInline outcomeIdentifier="F" identifier="A" showHide="show">No.</feedbackInline></simpleChoice>
<simpleChoice identifier="B"><p>two</p></simpleChoice></choiceInteraction>`;

describe('QTI 2.x', () => {
  it('reads a choice with prompt, code, reasons and what is said after it', () => {
    expect(inWords(readXml(item21(choices)))).toEqual(['line 2, “T”: Look at this: Which? | one # No. | =two']);
    expect([...readXml(item21(choices))]).toMatchObject([
      { code: 'x = 1', explanation: 'Because.', id: 'i1', name: 'T' },
    ]);
  });

  it('takes points of a mapping where no response is said to be correct', () => {
    const mapping = '<mapping><mapEntry mapKey="A" mappedValue="1"/><mapEntry mapKey="B" mappedValue="2"/></mapping>';
    expect(inWords(readXml(item21(choices, mapping)))).toEqual([
      'line 2, “T”: Look at this: Which? | one # No. | =two',
    ]);
    expect(remarksOf(readXml(item21(choices, mapping)))).toEqual([
      'The source gives a part of the points: “one” 50 %.',
    ]);
  });

  it.each([
    ['', 'It asks nothing.'],
    ['<p><textEntryInteraction responseIdentifier="R"/></p>', 'It asks for a typed answer; only choices are read.'],
  ])('refuses other ways to ask', (interaction, why) => {
    expect(inWords(readXml(item21(interaction)))).toEqual([`line 2, “T” refused: ${why}`]);
  });

  it('refuses what is drawn by chance', () => {
    const drawn = item21(choices).replace('<itemBody>', '<templateDeclaration identifier="N"/><itemBody>');
    expect(inWords(readXml(drawn))[0]).toContain('Parts of it are drawn by chance for each person.');
  });

  it('asks for each choice of several, with a gap where one stands in the text', () => {
    const gap =
      '<p>It <inlineChoiceInteraction responseIdentifier="X"><inlineChoice identifier="A">is</inlineChoice><inlineChoice identifier="B">was</inlineChoice></inlineChoiceInteraction> so.</p>';
    const entries = [...readXml(item21(`${gap}${choices}<p><textEntryInteraction responseIdentifier="R"/></p>`))];
    expect(inWords(entries)).toEqual([
      'line 2, “T”, part 1: Look at this: It ____ so. | is | =was',
      'line 2, “T”, part 2: Look at this: It so. Which? | one # No. | =two',
    ]);
    expect(new Set(remarksOf(entries))).toEqual(new Set(['It also asks for a typed answer, which is left out.']));
  });

  it('has a line end, and not two, where HTML has one', () => {
    expect([...readXml(item21(`<pre>a<br/>b</pre>${choices}`))]).toMatchObject([{ code: 'x = 1\n\na\nb' }]);
  });

  it('says that a manifest alone has no question', () => {
    expect(inWords(readXml('<manifest><resources/></manifest>'))).toEqual([
      'line 1 refused: It only says which other files have questions. Import the whole package, a .zip.',
    ]);
  });
});

const item12 = (
  conditions: string,
  response = 'response_lid',
) => `<questestinterop><assessment ident="a"><section ident="s">
<item ident="i2" title="Q"><presentation><material><mattext texttype="text/html">&lt;p&gt;Which &amp;amp; why?&lt;/p&gt;</mattext></material>
<${response} ident="r" rcardinality="Single"><render_choice>
<response_label ident="1"><material><mattext texttype="text/plain">a &lt; b</mattext></material></response_label>
<response_label ident="2"><material><mattext>two</mattext></material></response_label></render_choice></${response}></presentation>
<resprocessing><outcomes><decvar/></outcomes>${conditions}</resprocessing>
<itemfeedback ident="f1"><flow_mat><material><mattext>No.</mattext></material></flow_mat></itemfeedback>
<itemfeedback ident="general_fb"><flow_mat><material><mattext>So.</mattext></material></flow_mat></itemfeedback>
</item></section></assessment></questestinterop>`;

const when = (condition: string, then: string) =>
  `<respcondition><conditionvar>${condition}</conditionvar>${then}</respcondition>`;
const right = '<setvar action="Set" varname="SCORE">100</setvar>';
const chosen = (id: string) => `<varequal respident="r">${id}</varequal>`;

describe('QTI 1.2', () => {
  it('reads options, key, and reasons by the conditions that name them', () => {
    const text = item12(`${when(chosen('1'), '<displayfeedback linkrefid="f1"/>')}${when(chosen('2'), right)}`);
    expect(inWords(readXml(text))).toEqual(['line 2, “Q”: Which & why? | a < b # No. | =two']);
    expect([...readXml(text)]).toMatchObject([{ explanation: 'So.', id: 'i2' }]);
  });

  it('does not take an option for right that must not be chosen', () => {
    const text = item12(when(`<and>${chosen('2')}<not>${chosen('1')}</not></and>`, right));
    expect(inWords(readXml(text))).toEqual(['line 2, “Q”: Which & why? | a < b | =two']);
  });

  it('refuses what is typed', () => {
    expect(inWords(readXml(item12('', 'response_str')))).toEqual([
      'line 2, “Q” refused: It asks for a typed answer; only choices are read.',
    ]);
  });

  it('has the title of its section as its category, and points of each response by themselves', () => {
    const lid = (ident: string) => `<response_lid ident="${ident}"><material><mattext>And ${ident}?</mattext></material>
      <render_choice><response_label ident="1"><material><mattext>x</mattext></material></response_label>
      <response_label ident="2"><material><mattext>y</mattext></material></response_label></render_choice></response_lid>`;
    const gives = (response: string, id: string, points: number) =>
      when(`<varequal respident="${response}">${id}</varequal>`, `<setvar action="Add">${points}</setvar>`);
    const text = `<questestinterop><assessment title="Nets"><section title="Week 1"><item ident="i" title="Q">
      <presentation><material><mattext>Say.</mattext></material>${lid('r')}${lid('s')}</presentation>
      <resprocessing>${gives('r', '1', 5)}${gives('r', '2', 10)}${gives('s', '1', 1)}</resprocessing></item></section></assessment></questestinterop>`;
    const entries = [...readXml(text)];
    expect(inWords(entries)).toEqual([
      'line 1, “Q”, part 1: Say. And r? | x | =y',
      'line 1, “Q”, part 2: Say. And s? | =x | y',
    ]);
    expect(entries).toMatchObject([
      { category: 'Nets::Week 1', remarks: ['The source gives a part of the points: “x” 50 %.'] },
      { category: 'Nets::Week 1', remarks: [] },
    ]);
  });
});
