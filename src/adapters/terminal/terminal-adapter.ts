import { createInterface } from 'node:readline/promises';
import type { Readable, Writable } from 'node:stream';
import { parseButtonId } from '../../app/dispatch/button.ts';
import type { Application, Caller, Inbound, Outcome } from '../../app/ports.ts';
import { repeatedCard } from '../../app/views/problem.ts';
import type { Action, Card } from '../../core/card.ts';
import { buttonsOf } from '../../core/card.ts';
import { parseCommand } from '../../core/command.ts';
import { fitCard } from '../../core/fit.ts';
import type { Asking } from './asking.ts';
import { begin, fillIn } from './asking.ts';
import type { TerminalStyle } from './cards/render.ts';
import { renderTerminal } from './cards/render.ts';
import { terminal } from './cards/surface.ts';

const caller: Caller = {
  scope: 'terminal:-',
  channel: 'terminal:-',
  user: 'terminal:-:1',
  name: 'you',
  direct: true,
  manages: true,
  moderates: true,
};

/** The answer to one question as text that ends with a line feed; buttons are replaced by equivalent commands. */
export async function answerInTerminal(application: Application, text: string, style: TerminalStyle): Promise<string> {
  const { card } = await ask(application, text);
  const commands = insteadOfButtons(buttonsOf(card));
  return toText(card, style) + (commands.length === 0 ? '' : `\n${commands.join('\n')}\n`);
}

/**
 * A prompt that answers until end of input or `exit`. A number presses the button with that number under the last
 * answer, and is never looked up; a letter chooses that option, where there is one. Where a form was asked for, the next lines are its
 * fields. `asks`: false for a pipe, in which nobody reads a prompt.
 */
export async function promptInTerminal(
  application: Application,
  input: Readable,
  output: Writable,
  style: TerminalStyle,
  asks = true,
): Promise<void> {
  const lines = createInterface({ input, output, prompt: asks ? '\n› ' : '', terminal: style.colour });
  let last: Shown | null = null;
  let answers = 0;
  let ended = false;
  // A pipe ends while its lines are still being answered, and prompting on a closed interface throws.
  lines.on('close', () => (ended = true));
  lines.prompt();
  for await (const line of lines) {
    const text = line.trim();
    if (text === 'exit' || text === 'quit') break;
    const asking: Asking | null = last?.asking ?? null;
    const buttons = last === null ? [] : buttonsOf(last.card);
    const isNumber = asking === null && /^\d+$/.test(text);
    const pressed = isNumber
      ? buttons[Number(text) - 1]
      : buttons.find(({ label }) => label.length === 1 && label === text.toUpperCase());
    if (isNumber && pressed === undefined) {
      output.write(`\n${noButton(text, buttons.length)}\n`);
    } else {
      const message = `terminal:${answers}`;
      if (asking !== null) {
        last = await goOn(application, asking, text, message);
      } else if (pressed !== undefined) {
        last = await deliver(application, { kind: 'press', id: pressed.id, message, ...circumstances() });
      } else {
        last = await ask(application, text);
      }
      answers += 1;
      output.write(`\n${toText(last.card, style)}`);
    }
    if (!ended) lines.prompt();
  }
  lines.close();
}

/** What is shown, and the form that it asks for. */
type Shown = { readonly card: Card; readonly asking: Asking | null };

function ask(application: Application, text: string): Promise<Shown> {
  return deliver(application, {
    kind: 'command',
    command: parseCommand(text, application.subject().topics),
    ...circumstances(),
  });
}

/** The next field of a form, or what comes of it once all are filled in. */
async function goOn(application: Application, asking: Asking, line: string, message: string): Promise<Shown> {
  const next = fillIn(asking, line);
  if (!('filled' in next)) return next;
  const { filled } = next;
  return deliver(application, { kind: 'form', id: asking.asked.id, filled, message, ...circumstances() });
}

let events = 0;

/** A terminal has no redelivery and no clock of its own. */
function circumstances() {
  events += 1;
  return { caller, event: `terminal:${events}`, at: Date.now() };
}

async function deliver(application: Application, inbound: Inbound): Promise<Shown> {
  const outcome = application.respond(inbound);
  if (outcome.kind === 'ask') return begin(outcome.asked);
  return { card: await carryOut(outcome), asking: null };
}

async function carryOut(outcome: Exclude<Outcome, { readonly kind: 'ask' }>): Promise<Card> {
  switch (outcome.kind) {
    case 'later':
      return await outcome.act();
    case 'aside':
      return (await outcome.act())?.card ?? repeatedCard();
    case 'nothing':
      return repeatedCard();
    case 'now':
      await outcome.afterwards?.();
      return outcome.reply.card;
  }
}

function noButton(typed: string, count: number): string {
  return count === 0
    ? 'The last answer has no buttons.'
    : `There is no button ${typed.slice(0, 10)}; the last answer has ${count}.`;
}

function insteadOfButtons(buttons: readonly Action[]): readonly string[] {
  if (buttons.length === 0) return [];
  const open = buttons.flatMap(({ id, label }, index) =>
    parseButtonId(id)?.verb === 'choose' ? [`To open [${index + 1}]: npm run ask -- ${quoteForShell(label)}`] : [],
  );
  return [...open, 'The numbers work at the prompt: npm run ask'];
}

function quoteForShell(text: string): string {
  return /["$`\\!]/.test(text) ? `'${text.replaceAll("'", String.raw`'\''`)}'` : `"${text}"`;
}

function toText(card: Card, style: TerminalStyle): string {
  return `${renderTerminal(fitCard(card, terminal).card, style)}\n`;
}
