import type { Tokens } from './tokens.ts';
import type { CallEnd, CallMethod } from './web-call.ts';

/** Slack's codes for a token that it does not take, whatever the call. */
const tokenCodes: readonly string[] = [
  'token_expired',
  'token_revoked',
  'invalid_auth',
  'account_inactive',
  'not_authed',
];

type Options = { readonly tokens: Tokens; readonly callWith: (token: string) => CallMethod };

/**
 * Makes calls with the present token of an installation. One whose token is refused has surely had no effect: it is made once more
 * if there is another one.
 */
export function createRenewedCall({ tokens, callWith }: Options): CallMethod {
  let made: { readonly token: string; readonly call: CallMethod } | null = null;

  function callOf(token: string): CallMethod {
    // A client knows one token; that of the token before is given up together with it.
    if (made?.token !== token) made = { token, call: callWith(token) };
    return made.call;
  }

  return async (method, given): Promise<CallEnd> => {
    const token = await tokens.current();
    if (token.kind !== 'good') return token;
    const end = await callOf(token.token)(method, given);
    if (end.kind !== 'refused' || !tokenCodes.includes(end.error)) return end;
    const other = await tokens.replace(token.token, end.error);
    return other.kind === 'good' ? callOf(other.token)(method, given) : other;
  };
}
