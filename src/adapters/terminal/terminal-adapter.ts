import { createInterface } from 'node:readline/promises';
import type { Readable, Writable } from 'node:stream';
import type { Application, Caller, Inbound } from '../../app/ports.ts';
import type { Card } from '../../core/card.ts';
import { parseCommand } from '../../core/command.ts';
import { fitCard } from '../../core/fit.ts';
import type { TerminalStyle } from './render.ts';
import { renderTerminal } from './render.ts';
import { terminal } from './surface.ts';

const caller: Caller = {
  scope: 'terminal:-',
  channel: 'terminal:-',
  user: 'terminal:-:1',
  name: 'you',
  direct: true,
  manages: true,
};

/** One question, answered as text that ends with a line feed. */
export async function answerInTerminal(application: Application, text: string, style: TerminalStyle): Promise<string> {
  return toText(await ask(application, text), style);
}

/**
 * A prompt that answers again and again, until end of input or `exit`. A number presses the button of that number
 * under the last answer.
 */
export async function promptInTerminal(
  application: Application,
  input: Readable,
  output: Writable,
  style: TerminalStyle,
): Promise<void> {
  const lines = createInterface({ input, output, prompt: '\n› ', terminal: style.colour });
  let last: Card | null = null;
  lines.prompt();
  for await (const line of lines) {
    const text = line.trim();
    if (text === 'exit' || text === 'quit') break;
    const pressed: string | undefined = last === null ? undefined : buttonAt(last, text);
    const card: Card =
      pressed === undefined
        ? await ask(application, text)
        : await deliver(application, { kind: 'press', id: pressed, ...circumstances() });
    last = card;
    output.write(`\n${toText(card, style)}`);
    lines.prompt();
  }
  lines.close();
}

function ask(application: Application, text: string): Promise<Card> {
  return deliver(application, { kind: 'command', command: parseCommand(text), ...circumstances() });
}

let events = 0;

/** There is no redelivery and no other clock here. */
function circumstances() {
  events += 1;
  return { caller, event: `terminal:${events}`, at: Date.now() };
}

async function deliver(application: Application, inbound: Inbound): Promise<Card> {
  const outcome = application.respond(inbound);
  if (outcome.kind === 'later') return await outcome.act();
  await outcome.afterwards?.();
  return outcome.reply.card;
}

function buttonAt(card: Card, text: string): string | undefined {
  const actions = card.body.flatMap((node) => (node.kind === 'actions' ? node.actions : []));
  return /^\d{1,2}$/.test(text) ? actions[Number(text) - 1]?.id : undefined;
}

function toText(card: Card, style: TerminalStyle): string {
  return `${renderTerminal(fitCard(card, terminal).card, style)}\n`;
}
