import { createHmac } from 'node:crypto';

export type Signing = {
  /** Seconds added to the time stamp: below zero an old request, above zero one from the future. */
  readonly shift?: number;
  readonly secret?: string;
  readonly contentType?: string;
  readonly path?: string;
  readonly method?: string;
};

export type SignedResponse = { readonly status: number; readonly body: unknown };

/** Posts as Slack does; https://docs.slack.dev/authentication/verifying-requests-from-slack */
export class SignedSender {
  /** Where requests go, without a path. */
  readonly target: string;
  readonly #secret: string;

  constructor(target: string, secret: string) {
    this.target = target;
    this.#secret = secret;
  }

  /** A signed request that can be sent more than once. */
  sign(
    body: string,
    { shift = 0, secret = this.#secret, contentType = 'application/x-www-form-urlencoded' }: Signing = {},
  ): RequestInit {
    const stamp = Math.floor(Date.now() / 1000) + shift;
    const signature = createHmac('sha256', secret).update(`v0:${stamp}:${body}`).digest('hex');
    const headers = {
      'content-type': contentType,
      'x-slack-request-timestamp': String(stamp),
      'x-slack-signature': `v0=${signature}`,
    };
    return { method: 'POST', headers, body };
  }

  async send(request: RequestInit, path = '/slack/events'): Promise<SignedResponse> {
    const response = await fetch(this.target + path, request);
    const text = await response.text();
    const json = response.headers.get('content-type')?.startsWith('application/json') === true;
    return { status: response.status, body: json ? JSON.parse(text) : text };
  }
}
