import { cleanText } from './clean-text.ts';
import { dropTemplates } from './templates.ts';
import { modernSpelling } from './word-forms.ts';

/**
 * `words` in the order of the text, lower case; `compounds` are compound spellings as one run of letters
 * (`nn.MaxPool2d` → `maxpool2d`, `zero_grad` → `zerograd`), told with the position of the first word that they span.
 */
export type Tokens = {
  readonly words: readonly string[];
  readonly compounds: readonly Compound[];
};

export type Compound = {
  readonly text: string;
  /** Index in `words` of its first part, and how many parts it has. */
  readonly start: number;
  readonly length: number;
  /** Written as a program writes it (`MaxPool2d`, `zero_grad`), not merely with a hyphen. */
  readonly code: boolean;
};

/** Longer words are cut: no word of a language or library comes near it. */
const longestWord = 40;

const chunk = /[\p{L}\p{M}\p{N}_]+(?:['-][\p{L}\p{M}\p{N}_]+)*/gu;

/** Most words are of this form, and none of them has parts. */
const plainWord = /^[a-z]+$/;

/** Names whose inner capitals mark no word boundary. */
const whole = new Set([
  'pytorch',
  'tensorflow',
  'numpy',
  'relu',
  'silu',
  'gelu',
  'elu',
  'selu',
  'celu',
  'openai',
  'github',
  'gitlab',
  'javascript',
  'typescript',
  'imagenet',
  'resnet',
  'densenet',
  'convnet',
  'mobilenet',
  'executorch',
  'litert',
  'scipy',
  'xgboost',
  'lightgbm',
  'mlflow',
  'onnx',
  'macos',
  'ios',
  'fastai',
  'alphago',
  'chatgpt',
  'deepspeed',
  'torchscript',
  'youtube',
  'mysql',
  'postgresql',
  'mongodb',
  'graphql',
  'nodejs',
  'wordpress',
  'linkedin',
  'powerpoint',
  'iphone',
  'ipython',
  'libtorch',
]);

/** Takes text apart into words; the same for questions and queries. Any text gives a result. */
export function tokenize(text: string): Tokens {
  const words: string[] = [];
  const compounds: Compound[] = [];
  for (const [raw] of dropTemplates(cleanText(text)).matchAll(chunk)) {
    if (plainWord.test(raw)) {
      words.push(modernSpelling(raw.slice(0, longestWord)));
      continue;
    }
    const start = words.length;
    const joined = raw.replace(/['_-]/g, '');
    if (joined === '') continue;
    for (const part of raw.split(/[-_]+/)) words.push(...splitPart(part));
    const length = words.length - start;
    if (length < 2) continue;
    const code = /_|[a-z][A-Z]|[A-Z]{2}[a-z]|[A-Za-z]\d/.test(raw);
    if (code || /^\p{L}+-\p{L}+$/u.test(raw) || /\d/.test(raw)) {
      compounds.push({ text: joined.toLowerCase().slice(0, longestWord), start, length, code });
    }
  }
  return { words, compounds };
}

function splitPart(part: string): readonly string[] {
  const bare = part.replace(/'s$|'S$/, '').replaceAll("'", '');
  if (bare === '') return [];
  // The plural of an acronym has no boundary before its last capital.
  if (/^\p{Lu}{2,}s$/u.test(bare)) return [bare.slice(0, -1).toLowerCase()];
  const lower = bare.toLowerCase();
  if (whole.has(lower) || /^(\d+x\d+|\d+d|\p{L}\d)$/u.test(lower)) return [lower];
  return bare
    .replace(/ReLU/g, 'Relu')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replace(/(\p{L})(\d)/gu, '$1 $2')
    .replace(/(\d)(?!d(?!\p{L}))(\p{L})/giu, '$1 $2')
    .toLowerCase()
    .split(' ')
    .map((word) => modernSpelling(word.slice(0, longestWord)));
}
