import { describe, expect, it } from 'vitest';
import { extraScopes, neededScopes } from '../../src/adapters/slack/connection/scopes.ts';
import { describeListing } from '../../src/listing/checklist.ts';
import { discordListing } from '../../src/listing/discord-listing.ts';
import { slackListing } from '../../src/listing/slack-listing.ts';
import { shipped } from '../search/bank.ts';

const { subject } = shipped;
const ready = { address: 'https://bot.example', contact: 'help@bot.example', unfilled: [] };
const slack = { ...ready, subject, about: 'About.', scopes: neededScopes, http: true, installs: true };
const discord = { ...ready, subject, applicationId: '42', oneServer: false };
const missing = ({ checks }: ReturnType<typeof slackListing>) =>
  checks.filter(({ state }) => state === 'missing').map(({ cure }) => cure);

describe('a listing on Slack', () => {
  it('is ready but for what only its owner can do', () => {
    const listing = slackListing(slack);
    expect(missing(listing)).toEqual([]);
    expect(listing.checks.filter(({ state }) => state === 'owner').length).toBeGreaterThan(4);
    const lines = describeListing(listing).join('\n');
    expect(lines).toContain('Privacy policy:\n  https://bot.example/privacy');
    expect(lines).toContain('Support email:\n  help@bot.example');
    expect(lines).not.toContain('Not met yet');
  });

  it('says what is not met, and the cure', () => {
    const scopes = [...neededScopes, 'channels:history'];
    const cures = missing(
      slackListing({
        ...slack,
        scopes,
        http: false,
        installs: false,
        address: 'http://bot.example',
        unfilled: ['OPERATOR'],
      }),
    );
    expect(cures).toEqual([
      expect.stringContaining('--mode http'),
      expect.stringContaining('Leave channels:history out'),
      expect.stringContaining('--oauth'),
      expect.stringContaining('WEB_URL=https://'),
      'Set OPERATOR.',
    ]);
    expect(describeListing(slackListing({ ...slack, address: null, contact: null })).join('\n')).toMatch(
      /set WEB=on and WEB_URL.*set CONTACT/s,
    );
  });

  it('has a reason for every scope that the bot may ask for', () => {
    const scopes = [...new Set([...neededScopes, ...Object.values(extraScopes).flat()])];
    const reasons = slackListing({ ...slack, scopes }).fields.find(({ name }) => name === 'Why each scope')?.value;
    expect(reasons?.split('\n').filter((line) => /: $/.test(line))).toEqual([]);
    expect(reasons?.split('\n')).toHaveLength(scopes.length);
  });
});

describe('a listing on Discord', () => {
  it('has an install link with the application’s own id, and fields that are short enough', () => {
    const { fields, ...listing } = discordListing(discord);
    const field = (name: string) => fields.find((each) => each.name === name)?.value ?? '';
    expect(missing({ fields, ...listing })).toEqual([]);
    expect(field('Install link')).toBe(
      'https://discord.com/oauth2/authorize?client_id=42&scope=bot+applications.commands&permissions=309237763072',
    );
    expect(field('Description').length).toBeLessThanOrEqual(400);
    expect(field('Tags').split(', ').length).toBeLessThanOrEqual(5);
  });

  it('says what is not met', () => {
    expect(missing(discordListing({ ...discord, applicationId: null, oneServer: true }))).toHaveLength(2);
  });
});
