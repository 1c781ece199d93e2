import { expect, it } from 'vitest';
import {
  createAcknowledgements,
  isAcknowledgement,
} from '../../../../src/adapters/playground/reply/acknowledgements.ts';
import { paragraph } from '../../../../src/core/card.ts';

const line = { channel: 'c', message: null, thread: null, card: { body: [paragraph('A locked in.')] } };

it('is told once: to pages that are there, or to the next one that comes soon', () => {
  let now = 0;
  const told = createAcknowledgements(() => now);
  const before = told.begin('ada');
  told.tell('ada', line);
  expect(told.since(before, 'ada')).toMatchObject(line);
  expect(told.since(before, 'bo')).toBeNull();
  const coming = told.since(told.begin('ada'), 'ada');
  expect(coming).toMatchObject(line);
  if (coming !== null) told.shown(coming);
  expect(told.since(told.begin('ada'), 'ada')).toBeNull();
  told.tell('ada', line);
  now = 10_000;
  expect(told.since(told.begin('ada'), 'ada')).toBeNull();
});

it('is one sentence with nothing to press', () => {
  expect(isAcknowledgement(line.card)).toBe(true);
  expect(isAcknowledgement({ ...line.card, title: 'Right' })).toBe(false);
  expect(isAcknowledgement({ body: [...line.card.body, { kind: 'actions', actions: [] }] })).toBe(false);
});
