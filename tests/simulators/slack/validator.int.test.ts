import { describe, expect, it } from 'vitest';
import { createValidator } from './validator.ts';

const validator = await createValidator();
const quiet = { unfurl_links: false, unfurl_media: false };
const plain = (text: string) => ({ type: 'plain_text', text });
const button = (id: string) => ({ type: 'button', action_id: id, text: plain('Go') });
const table = { type: 'table', rows: [[{ type: 'raw_text', text: 'a' }]] };
const modal = (blocks: readonly unknown[]) => ({ type: 'modal', title: plain('Title'), blocks });

const message = (blocks: readonly unknown[]) => validator.message({ ...quiet, text: 'words', blocks }).join('\n');

describe("Slack's rules for messages", () => {
  it('lets a sound message pass', () => {
    const blocks = [
      { type: 'header', text: plain('😀'.repeat(150)) },
      table,
      { type: 'actions', elements: [button('a'), button('b')] },
    ];
    expect(message(blocks)).toBe('');
  });

  it.each<[string, unknown, RegExp]>([
    ['a block of no known type', { type: 'headline' }, /unknown type headline/],
    ['an unknown property', { type: 'divider', colour: 'red' }, /additional properties/],
    ['markup in a header', { type: 'header', text: { type: 'mrkdwn', text: 'a' } }, /text\/type/],
    ['a long header', { type: 'header', text: plain('a'.repeat(151)) }, /has 151/],
    ['empty text', { type: 'section', text: plain('') }, /has 0/],
    ['a long section', { type: 'section', text: plain('a'.repeat(3001)) }, /has 3001/],
    ['a long field', { type: 'section', fields: [plain('a'.repeat(2001))] }, /more than 2000/],
    ['eleven context elements', { type: 'context', elements: Array(11).fill(plain('a')) }, /has 11/],
    ['26 buttons', { type: 'actions', elements: Array.from({ length: 26 }, (_, i) => button(`a${i}`)) }, /has 26/],
    ['a long label', { type: 'actions', elements: [{ ...button('a'), text: plain('a'.repeat(76)) }] }, /has 76/],
    ['a long id', { type: 'actions', elements: [button('a'.repeat(256))] }, /has 256/],
    ['an id twice', { type: 'actions', elements: [button('a'), button('a')] }, /action_id a twice/],
    ['a table of 101 rows', { type: 'table', rows: Array(101).fill(table.rows[0]) }, /has 101/],
    ['a row of 21 cells', { type: 'table', rows: [Array(21).fill(table.rows[0]?.[0])] }, /more than 20/],
    ['an empty cell', { type: 'table', rows: [[{ type: 'raw_text', text: '' }]] }, /has 0/],
    [
      'an empty run',
      { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: '' }] }] },
      /has 0/,
    ],
    [
      'a long address',
      { type: 'image', alt_text: 'a', image_url: `https://a.example/${'a'.repeat(3000)}` },
      /image_url has/,
    ],
    ['an alert', { type: 'alert', text: plain('a') }, /takes no alert/],
  ])('finds %s', (_, block, problem) => {
    expect(message([block])).toMatch(problem);
  });

  it('finds what is wrong between blocks', () => {
    expect(message(Array(51).fill({ type: 'divider' }))).toMatch(/has 51/);
    expect(message([table, table])).toMatch(/only_one_table_allowed/);
    expect(
      message([
        { type: 'divider', block_id: 'x' },
        { type: 'divider', block_id: 'x' },
      ]),
    ).toMatch(/block_id x twice/);
    expect(
      message([
        { type: 'actions', elements: [button('a')] },
        { type: 'actions', elements: [button('a')] },
      ]),
    ).toMatch(/in two blocks/);
    expect(message(Array(2).fill({ type: 'markdown', text: 'a'.repeat(6001) }))).toMatch(/12,000 together/);
  });

  it('wants words beside the blocks, quiet links and known arguments', () => {
    expect(validator.message({ ...quiet, blocks: [] })).toEqual(['no text']);
    expect(validator.message({ text: 'a' })).toEqual(['links unfurl']);
    expect(validator.message({ ...quiet, text: 'a', color: 'red' })).toEqual(['unknown argument color']);
    expect(validator.message({ ...quiet, text: 'a', response_type: 'public' })).toEqual(['response_type public']);
    expect(validator.message({ ...quiet, text: 'a'.repeat(4001) })).toEqual(['text is longer than 4000']);
  });
});

describe("Slack's rules for views", () => {
  it('finds what a modal does not take', () => {
    const input = { type: 'input', label: plain('Name'), element: { type: 'plain_text_input' } };
    expect(validator.view(modal([table])).join()).toMatch(/modal takes no table/);
    expect(validator.view(modal([input]))).toEqual(['an input without submit']);
    expect(validator.view({ ...modal([input]), submit: plain('Send') })).toEqual([]);
    expect(validator.view({ ...modal([]), title: plain('a'.repeat(25)) }).join()).toMatch(/title has 25/);
    expect(validator.view({ type: 'home', blocks: [table] }).join()).toMatch(/home takes no table/);
  });
});
