import { describe, expect, it } from 'vitest';
import { slackHome } from '../../../src/adapters/slack/cards/surface.ts';
import { noPages, pagesAt } from '../../../src/app/page-links.ts';
import { helpCard } from '../../../src/app/views/help.ts';
import { homeCard } from '../../../src/app/views/home.ts';
import { onboardingCard } from '../../../src/app/views/onboarding.ts';
import { fitCard } from '../../../src/core/fit.ts';
import { shipped } from '../../search/bank.ts';
import { wordsOf } from '../words-of.ts';

const pages = pagesAt('https://bot.example');
const help = helpCard(shipped.subject, 351, { plays: true, several: true });

describe('the home page', () => {
  it('is the help, with the version, and where to get support where pages are served', () => {
    const home = homeCard(help, '1.2.3', pages);
    expect(wordsOf(home)).toContain(wordsOf(help).split('\n')[0]);
    expect(JSON.stringify(home.body.at(-1))).toMatch(
      /Version 1\.2\.3.*https:\/\/bot\.example\/support.*\/privacy.*\/terms/,
    );
    expect(fitCard(home, slackHome).losses).toEqual([]);
    expect(wordsOf(homeCard(help, '1.2.3', noPages))).toMatch(/Version 1\.2\.3$/m);
  });
});

describe('the welcome', () => {
  it('says how one begins, and where to get help', () => {
    const words = wordsOf(onboardingCard(shipped.subject, pages));
    expect(words).toContain('Welcome: PyTorch interview questions');
    for (const hint of ['daily on 09:00 weekdays', 'quiz 3 15s', 'practice 5', 'help']) expect(words).toContain(hint);
    expect(JSON.stringify(onboardingCard(shipped.subject, pages))).toContain('https://bot.example/support');
    expect(JSON.stringify(onboardingCard(shipped.subject, noPages))).not.toContain('Support');
  });
});
