import { expect } from 'vitest';
import type { Card } from '../../../src/core/card.ts';
import { buttonsOf } from '../../../src/core/card.ts';
import type { SeenMessage } from '../../simulators/platform/platform.ts';
import { until } from '../../until.ts';
import type { House } from '../house.ts';

export const channel = 'sim:S:C';
export const start = Date.parse('2026-11-02T09:00:00Z');
export const bo = { user: 'sim:S:bo', name: 'Bo', manages: false };
export const cy = { user: 'sim:S:cy', name: 'Cy', manages: false };
export const ada = { manages: false };

export const thread = (house: House): readonly SeenMessage[] => house.platform.inThreads(channel);
export const questions = (house: House) => thread(house).filter(({ key }) => key.includes(':question:'));
export const button = (card: Card | undefined, label: string): string =>
  (card === undefined ? undefined : buttonsOf(card).find((action) => action.label.startsWith(label))?.id) ?? '';
export const lobby = (house: House) => house.platform.in(channel)[0]?.card;

/** The place of the right option of a question, from the bank. */
export async function right(house: House, no: number): Promise<number> {
  const quiz = await house.store.transact((unit) => unit.quizzes.live());
  return quiz[0]?.state.questions[no]?.correct ?? 0;
}

export async function open(text: string, house: House): Promise<void> {
  await house.command(text, ada);
  await until(() => expect(lobby(house)?.title).toBe('PyTorch quiz'));
}

/** The question's message, once its clock runs. */
export async function asked(house: House, no: number): Promise<SeenMessage> {
  await until(async () => {
    const [quiz] = await house.store.transact((unit) => unit.quizzes.live());
    expect(quiz?.state.phase).toMatchObject({ kind: 'asking', question: { kind: 'posted' } });
    expect(quiz?.state.closed).toHaveLength(no);
  });
  const message = questions(house)[no];
  if (message === undefined) throw new Error(`Question ${no} is not there.`);
  return message;
}

export const pick = (house: House, message: SeenMessage, place: number, who = {}, at?: number) =>
  house.press(button(message.card, 'ABCD'[place] ?? ''), who, at);

/** The question's own buttons, as somebody sees them whose message has not been updated yet. */
export function questionButtons({ key }: SeenMessage): Card {
  const [, quiz, , no] = key.split(':');
  return {
    body: [
      {
        kind: 'actions',
        actions: ['A', 'B', 'C', 'D'].map((label, place) => ({ id: `pick:${quiz}:${no}:${place}`, label })),
      },
    ],
  };
}

/** Stops the quiz by command, and means it. */
export async function stop(house: House, who = {}): ReturnType<House['press']> {
  return house.press(button((await house.command('quiz stop', who)).card, 'Yes'), who);
}
