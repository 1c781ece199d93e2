import type { CandidateOption } from '../candidate.ts';
import { option } from '../candidate.ts';
import type { Markup } from '../text/words.ts';
import { readWords } from '../text/words.ts';
import { escapesShown } from './gift-escapes.ts';
import { formatOf } from './gift-format.ts';
import type { WeightedOption } from './weighted.ts';
import { accepted, byWeight } from './weighted.ts';

type Answers = {
  readonly options: readonly CandidateOption[];
  readonly explanation: string;
  readonly remarks: readonly string[];
};

/** What stands between the braces of a question, escapes hidden; a sentence where no choice can be made of it. */
export function readGiftAnswers(braces: string, format: Markup): Answers | string {
  const [answers = '', ...general] = braces.split('####');
  const explanation = readWords(escapesShown(general.join('####')), format);
  const typed = answers.trim();
  const read = readOptions(typed, format);
  return typeof read === 'string'
    ? read
    : { options: read.options, remarks: [...read.remarks, ...explanation.remarks], explanation: explanation.markdown };
}

type Options = Omit<Answers, 'explanation'>;

function readOptions(typed: string, format: Markup): Options | string {
  if (typed === '') return 'It asks for an essay, and has no answers to choose from.';
  if (typed.startsWith('#')) return readNumerical(typed.slice(1), format);
  if (typed.includes('~')) return readChoice(typed, format);
  if (/^=[\s\S]*->/.test(typed)) return 'It asks to match pairs, of which no single choice can be made.';
  const truth = /^(T|TRUE|F|FALSE)\s*(?:#([\s\S]*))?$/i.exec(typed);
  if (truth !== null) return readTruth(truth, format);
  const answers = accepted(weighted(typed.split('=').slice(typed.startsWith('=') ? 1 : 0), format, 100));
  return { options: answers.options, remarks: answers.remarks };
}

/** The feedback that comes first is given to whoever answered wrong, the second to whoever was right. */
function readTruth([, value = '', feedback = '']: readonly string[], format: Markup): Options {
  const [wrong = '', right = ''] = feedback.split('#').map((text) => readWords(escapesShown(text), format).line);
  const isTrue = value.toUpperCase().startsWith('T');
  const said = value === value.toUpperCase() ? [] : [`Moodle takes {${value}} for an answer that is typed.`];
  return {
    options: [option('True', isTrue, isTrue ? right : wrong), option('False', !isTrue, isTrue ? wrong : right)],
    remarks: ['It is true or false. Ask otherwise, or add two options.', ...said],
  };
}

function readChoice(typed: string, format: Markup): Options {
  const parts = typed
    .replaceAll('=', '~=')
    .split('~')
    .slice(1)
    .filter((part) => part.trim() !== '');
  return byWeight(weighted(parts, format, 0));
}

/** Options as they are written: `=`, perhaps a weight, the text, perhaps `#` and a reason. */
function weighted(parts: readonly string[], format: Markup, otherwise: number): readonly WeightedOption[] {
  return parts.map((part) => {
    const [, right = '', weight, rest = ''] = /^\s*(=?)\s*(?:%(-?\d+(?:\.\d+)?)%)?([\s\S]*)$/.exec(part) ?? [];
    const [text = '', ...why] = rest.split('#');
    const worth = weight === undefined ? (right === '=' ? 100 : otherwise) : Number(weight);
    return { text: read(text, format), why: read(why.join('#'), format), weight: worth };
  });
}

function read(written: string, otherwise: Markup): string {
  const { format, rest } = formatOf(written, otherwise);
  const { line, code } = readWords(escapesShown(rest), format);
  return [line, code].filter((text) => text !== '').join(' ');
}

/** `3.14:0.01`, `1..5` or several with `=`. */
function readNumerical(typed: string, format: Markup): Options {
  const parts = typed.includes('=') ? typed.split('=').slice(1) : [typed];
  const numbers = weighted(parts, format, 100).map((answer) => ({ ...answer, text: inWords(answer.text) }));
  return accepted(numbers);
}

function inWords(number: string): string {
  const range = /^(.+)\.\.(.+)$/.exec(number);
  if (range !== null) return `${range[1]} to ${range[2]}`;
  const [value = '', tolerance = ''] = number.split(':');
  return Number(tolerance) === 0 ? value.trim() : `${value.trim()} ± ${tolerance.trim()}`;
}
