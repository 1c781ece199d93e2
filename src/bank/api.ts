import type { DefaultClaim } from './api-defaults.ts';
import { claimsOf } from './api-defaults.ts';
import type { ApiPlace, CallUse, NameUse, Scope } from './api-names.ts';
import { scopeOf, usesOf } from './api-names.ts';
import { passagesOf } from './api-passages.ts';
import type { Complaint } from './complaint.ts';
import type { QuestionFile } from './question-file.ts';
import type { Span } from './releases.ts';
import { spanOf } from './releases.ts';

/** All that one question says of a library, to be held against what is installed. */
export type ApiUses = {
  readonly file: string;
  readonly span: Span;
  readonly scope: Scope;
  readonly names: readonly NameUse[];
  readonly calls: readonly CallUse[];
  readonly defaults: readonly DefaultClaim[];
  /** What it names on purpose although it does not exist. */
  readonly missing: readonly (ApiPlace & { readonly name: string })[];
};

export type JudgementRequest = readonly Pick<ApiUses, 'scope' | 'names' | 'calls' | 'defaults'>[];

/** What is wrong with one use; `file` and `index` are places in the request. */
export type Finding = {
  readonly file: number;
  readonly kind: 'names' | 'calls' | 'defaults';
  readonly index: number;
  /** The name without anything behind it that does not exist, `nn.Linear(bia)` for a parameter. */
  readonly subject: string;
  /** What there is instead; null if there is nothing like it. */
  readonly instead: string | null;
};

export type Judgement = {
  readonly findings: readonly Finding[];
  /** How many of each could be judged. */
  readonly judged: Readonly<Record<Finding['kind'], number>>;
  /** Libraries that are named and cannot be imported, of which nothing can be said. */
  readonly absent: readonly string[];
};

/** A comment of the front matter that lists what is meant to be missing. */
const mark = /^\s*#\s*no such name:\s*(.*)$/;

/** Everything that a question says of a library. */
export function collectApi(question: QuestionFile): ApiUses {
  const { file, fields, fences, text, answerLine } = question;
  const passages = passagesOf(question);
  const uses = passages.map(usesOf);
  const blocks = fences.filter(({ info }) => /^python\b/.test(info));
  const items = fields.items.flatMap(({ code = '', proof = '' }) => [code, proof]);
  const missing = text.split('\n').flatMap((content, index) => {
    const list = index < answerLine ? (mark.exec(content)?.[1] ?? '') : '';
    const names = list.split(',').flatMap((name) => (name.trim() === '' ? [] : [name.trim()]));
    return names.map((name) => ({ file, field: 'front matter', line: index + 1, name }));
  });
  return {
    file,
    span: spanOf(fields),
    scope: scopeOf([...blocks.map(({ code }) => code), ...items]),
    names: uses.flatMap(({ names }) => names),
    calls: uses.flatMap(({ calls }) => calls),
    defaults: claimsOf(passages),
    missing,
  };
}

/** Complaints of what does not exist or is otherwise than a text says, and of marks that nothing has need of. */
export function compareApi(uses: readonly ApiUses[], { findings }: Judgement): readonly Complaint[] {
  const isMeant = (finding: Finding) => uses[finding.file]?.missing.some(({ name }) => name === finding.subject);
  const wrong = findings.filter((finding) => !isMeant(finding)).flatMap((finding) => complaintOf(uses, finding));
  const stale = uses.flatMap(({ missing }, file) =>
    missing
      .filter(({ name }) => !findings.some((finding) => finding.file === file && finding.subject === name))
      .map(({ name, ...place }) => {
        const problem = `${name} is marked as missing, and no text that is checked names it, or it exists.`;
        return { ...place, problem, cure: 'Take it out of the comment.' };
      }),
  );
  return [...wrong, ...stale];
}

function complaintOf(uses: readonly ApiUses[], finding: Finding): readonly Complaint[] {
  const { kind, subject, instead } = finding;
  const use = uses[finding.file]?.[kind][finding.index];
  if (use === undefined) return [];
  const { file, line, field } = use;
  if (kind === 'defaults') {
    const said = 'value' in use ? use.value : '';
    return [{ file, line, field, problem: `The default of ${subject} is not ${said}.`, cure: `It is ${instead}.` }];
  }
  const near = instead === null ? 'Correct it' : `The nearest is ${instead}: correct it`;
  const cure = `${near}, or write “# no such name: ${subject}” into the front matter if that is meant.`;
  return [{ file, line, field, problem: `There is no ${subject}.`, cure }];
}
