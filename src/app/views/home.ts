import type { Card, Rich } from '../../core/card.ts';
import type { PageLinks } from '../page-links.ts';

/** What the bot says about itself on a page of its own: the help, with the version and where to get support below it. */
export function homeCard(help: Card, version: string, { text }: Pick<PageLinks, 'text'>): Card {
  const links = (['support', 'privacy', 'terms'] as const).flatMap((name): Rich => {
    const url = text(name);
    return url === null
      ? []
      : [
          { kind: 'text', text: ' · ' },
          { kind: 'link', text: words[name], url },
        ];
  });
  const line: Rich = [{ kind: 'text', text: `Version ${version}` }, ...links];
  return { ...help, body: [...help.body, { kind: 'text', muted: true, text: line }] };
}

const words = { support: 'Support', privacy: 'Privacy', terms: 'Terms' } as const;
