import { describe, expect, it } from 'vitest';
import { resolveCard } from '../../../../src/adapters/playground/cards/resolve.ts';
import { hint, paragraph } from '../../../../src/core/card.ts';
import { shipped } from '../../../search/bank.ts';

function said(text: string): unknown {
  const [node] = resolveCard({ body: [paragraph(hint(text))] }, shipped.subject, 0).body;
  return node?.kind === 'text' ? node.text : node;
}

describe('a hint on the page', () => {
  it('is sent by a press where it says all there is to say', () => {
    for (const text of ['quiz 10 teams', 'daily now', 'practice', 'practice daily', 'me', 'help'])
      expect(said(text)).toEqual([{ kind: 'command', text: `/${text}`, handle: 'send' }]);
    expect(said('what is stride')).toEqual([{ kind: 'command', text: '/pytorch what is stride', handle: 'send' }]);
  });

  it('goes into the message box where it holds an example, deletes everything, or is no command yet', () => {
    for (const text of ['daily on 09:00 Europe/Berlin weekdays', 'practice daily 08:00', 'forget me', 'quiz 500'])
      expect(said(text)).toEqual([{ kind: 'command', text: `/${text}`, handle: 'fill' }]);
  });
});
