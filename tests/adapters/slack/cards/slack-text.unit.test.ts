import { describe, expect, it } from 'vitest';
import { codePoints, escapeText, unescapeText, withoutEmoji } from '../../../../src/adapters/slack/cards/slack-text.ts';

describe('what a person typed', () => {
  it.each([
    ['what is stride', 'what is stride'],
    ['a &lt; b &amp;&amp; c &gt; d', 'a < b && c > d'],
    ['&amp;lt;', '&lt;'],
    ['ask <@U12|ada> or <@U12>', 'ask @ada or @U12'],
    ['in <#C1|general> or <#C1>', 'in #general or #C1'],
    ['<!here> <!subteam^S1|@team> <!channel|channel>', '@here @team @channel'],
    ['<https://pytorch.org|pytorch.org> <https://a.example/?a=1&amp;b>', 'pytorch.org https://a.example/?a=1&b'],
    ['<mailto:a@b.example|a@b.example> <mailto:c@d.example>', 'a@b.example c@d.example'],
    ['x < y and y > z, Tensor<int>', 'x < y and y > z, Tensor<int>'],
    ['', ''],
  ])('%j is %j', (received, typed) => {
    expect(unescapeText(received)).toBe(typed);
  });

  it('comes back as it was after an escape', () => {
    const typed = '<!channel> & <@U1> &lt; "x"';
    expect(unescapeText(escapeText(typed))).toBe(typed);
  });
});

describe('a text without its emoji', () => {
  it.each([
    [':wave: what is stride :thinking_face:', 'what is stride'],
    ['what is :fire: stride?:pray:', 'what is stride?'],
    [':wave::skin-tone-3::+1: autograd', 'autograd'],
    [':wave:', ''],
    ['what is stride :wink:, please', 'what is stride, please'],
    ['(:smile:) stride', '() stride'],
    ['x[:, ::2] and x[a:b:c]', 'x[:, ::2] and x[a:b:c]'],
    ['torch.device("cuda:0") at 10:30:00', 'torch.device("cuda:0") at 10:30:00'],
    ['std::vector and a::b::c', 'std::vector and a::b::c'],
    ['`:wave:` is what?', '`:wave:` is what?'],
    ['', ''],
  ])('%j is %j', (typed, words) => {
    expect(withoutEmoji(typed)).toBe(words);
  });
});

describe('lengths', () => {
  it.each([
    ['', 0],
    ['abc', 3],
    ['😀', 1],
    ['👩‍👩‍👧‍👦', 7],
    ['\ud800a\udc00', 3],
  ])('%j counts %i', (text, count) => {
    expect(codePoints(text)).toBe(count);
    expect([...text].length).toBe(count);
  });
});
