import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/core/card.ts';
import { readTextPage } from '../../src/listing/text-page.ts';

const values = { operator: 'Example Ltd', contact: null, address: 'https://bot.example' };

describe('a text', () => {
  it('is a title and parts, each of what answers of a bank may have', () => {
    const { page, problems } = readTextPage(
      '# Support\n\nHello *you*.\n\n## Your data\n\n- one\n- two\n\n## Last\n\n[there]({{address}}/privacy)\n',
      values,
    );
    expect(problems).toEqual([]);
    expect(page.title).toBe('Support');
    expect(page.parts.map(({ heading, body }) => [heading, body.map(({ kind }) => kind)])).toEqual([
      [null, ['text']],
      ['Your data', ['list']],
      ['Last', ['text']],
    ]);
    expect(JSON.stringify(page)).toContain('"url":"https://bot.example/privacy"');
  });

  it('has what was told in place of its placeholders, and names those that nobody has filled in', () => {
    const { page, unfilled } = readTextPage('# {{ operator }}\n\nWrite to {{contact}}.\n', values);
    expect(page.title).toBe('Example Ltd');
    const [first] = page.parts[0]?.body ?? [];
    expect(first?.kind === 'text' ? plainText(first.text) : null).toBe('Write to [contact].');
    expect(unfilled).toEqual(['contact']);
  });

  it.each([
    ['Support\n', 'Line 1: a title is missing'],
    ['\n# Support\n', 'Line 1: a title is missing'],
    ['## Support\n', 'Line 1: a title is missing'],
    ['', 'Line 1: a title is missing'],
    ['# A\n\n{{operatr}}\n', 'Line 3: there is no placeholder {{operatr}}'],
    ['# A\n\n## B\n\n> quote\n', 'Line 5: The answer has a quote'],
    ['# A\n\n<b>x</b>\n', 'Line 3:'],
  ])('says by the line what a page cannot show: %j', (markdown, problem) => {
    expect(readTextPage(markdown, values).problems.join('\n')).toContain(problem);
  });
});
