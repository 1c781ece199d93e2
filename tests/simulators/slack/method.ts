import type { Validator } from './validator.ts';
import type { Arguments, Workspace } from './workspace.ts';

export type Answer = Readonly<Record<string, unknown>> & { readonly ok: boolean };

export type MethodNeeds = {
  readonly workspace: Workspace;
  readonly validator: Validator;
  /** Notes what Slack would reject; true when there is anything. */
  readonly complain: (problems: readonly string[]) => boolean;
};

/** One method of the Web API: arguments to an answer. */
export type Method = (given: Arguments, needs: MethodNeeds) => Answer;

export function refuse(error: string, more: Arguments = {}): Answer {
  return { ok: false, error, ...more };
}

/** A method that is refused without a scope; `scope` may depend on the conversation. */
export function needsScope(scope: string | ((given: Arguments) => string), method: Method): Method {
  return (given, needs) => {
    const needed = typeof scope === 'string' ? scope : scope(given);
    const { scopes } = needs.workspace;
    if (!scopes.includes(needed)) return refuse('missing_scope', { needed, provided: scopes.join(',') });
    return method(given, needs);
  };
}
