import type { ApiPlace } from './api-names.ts';
import { usesOf } from './api-names.ts';
import type { Passage } from './api-passages.ts';

/**
 * A text says that a parameter has this default. `among` are the names of which it may speak, nearest first: those of the
 * sentence, of the text, of the item, of the whole question.
 */
export type DefaultClaim = ApiPlace & {
  readonly parameter: string;
  /** Python, as it was typed. */
  readonly value: string;
  readonly among: readonly (readonly string[])[];
  /** Where the text says so; it may speak of another library. */
  readonly sentence: string;
};

const literal = String.raw`[-−]?\d+(?:\.\d+)?(?:e-?\d+)?|True|False|None|"[^"\`]*"|'[^'\`]*'`;

/** “`p=0.5` is the default”, “`p=0.5`, the default, …”, “`p=0.5` by default”. */
const assigned =
  /`([a-z_]\w*)\s*=\s*([^`]+)`(?: is the default\b(?! \w+(?:ing|ed)\b)|, the default(?=[,.;:)]|$)| \((?:the )?default\)| by default\b)/g;

/** “the defaults are `lr=1e-3`, `eps=1e-8` and …”. */
const listed = /\bdefaults? (?:is|are) ((?:`[a-z_]\w*\s*=\s*[^`]+`(?:, and |, | and )?)+)/g;

/** “`p` defaults to 0.5”, “`p` is 0.5 by default”, “`p`, 0.5 by default”. */
const spoken = new RegExp(
  `\`([a-z_]\\w*)\`(?: defaults to \`?(${literal})\`?(?![\\w\`])|(?: is|,) \`?(${literal})\`? by default\\b)`,
  'g',
);

/** “The signature is `f(x, dim=None)`”. */
const signature = /\bsignature\b[^.`]{0,30}`([\w.]+)\(([^`]*)\)`/g;

/** What makes a sentence speak of something else than how it is today. */
const elsewhere =
  /\b(not|no longer|never|before|until|used to|was|were|would|assum\w*|thought|mistake\w*|if|unlike|instead of)\b|n’t|n't/i;

/** The defaults that the passages of one question name; only where they surely do. */
export function claimsOf(passages: readonly Passage[]): readonly DefaultClaim[] {
  const prose = passages.filter(({ kind }) => kind === 'prose');
  return prose.flatMap((passage) => {
    const { file, field, text } = passage;
    return foundIn(text).flatMap(({ index, parameter, value, of }): readonly DefaultClaim[] => {
      const sentence = sentenceAt(text, index);
      if (of === null && elsewhere.test(sentence.replaceAll(/`[^`]*`/g, ''))) return [];
      const line = passage.line + text.slice(0, index).split('\n').length - 1;
      const item = passages.filter(({ group }) => group === passage.group);
      const near = [[{ ...passage, text: sentence }], [passage], item, passages].map(namesOf);
      const among = of === null ? near : [[of]];
      return [{ file, field, line, parameter, value: value.replace('−', '-'), among, sentence }];
    });
  });
}

type Found = {
  readonly index: number;
  readonly parameter: string;
  readonly value: string;
  /** What it is a parameter of, where that is said. */
  readonly of: string | null;
};

function foundIn(text: string): readonly Found[] {
  const simple = [...text.matchAll(assigned), ...text.matchAll(spoken)].map((match): Found => {
    return { index: match.index, parameter: match[1] ?? '', value: match[2] ?? match[3] ?? '', of: null };
  });
  const lists = [...text.matchAll(listed)].flatMap(({ index, 1: list = '' }) =>
    [...list.matchAll(/`(\w+)\s*=\s*([^`]+)`/g)].map(({ 1: parameter = '', 2: value = '' }): Found => {
      return { index, parameter, value, of: null };
    }),
  );
  const whole = [...text.matchAll(signature)].flatMap(({ index, 1: name = '', 2: list = '' }) =>
    [...list.matchAll(/\b([a-z_]\w*)\s*=\s*([^,()]+|\([^()]*\))/g)].map(
      ({ 1: parameter = '', 2: value = '' }): Found => {
        return { index, parameter, value: value.trim(), of: name };
      },
    ),
  );
  return [...simple, ...lists, ...whole];
}

function sentenceAt(text: string, index: number): string {
  const start = Math.max(0, ...[...text.slice(0, index).matchAll(/[.!?]\s/g)].map((end) => end.index + 2));
  const rest = text.slice(index);
  const end = /[.!?](?=\s|$)/.exec(rest)?.index ?? rest.length;
  return text.slice(start, index + end);
}

/** Dotted names, and words with a capital, which may be classes. */
function namesOf(passages: readonly Passage[]): readonly string[] {
  const names = passages.flatMap((passage) => [
    ...usesOf(passage).names.map(({ name }) => name),
    ...[...passage.text.matchAll(/(?<![\w.])[A-Z]\w+\b/g)].map(([word]) => word),
  ]);
  return [...new Set(names)];
}
