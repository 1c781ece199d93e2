import { createHmac, createSecretKey, timingSafeEqual } from 'node:crypto';

/** Whether a signature is Slack's, of a request with this time stamp (as the header has it) and these bytes. */
export type IsSigned = (signature: string, stamp: string, body: Buffer) => boolean;

/**
 * Verifies what https://docs.slack.dev/authentication/verifying-requests-from-slack describes: one HMAC, compared in constant
 * time and letter by letter, so that a request has one signature only.
 */
export function createIsSigned(signingSecret: string): IsSigned {
  const key = createSecretKey(signingSecret, 'utf8');
  return (signature, stamp, body) => {
    const hmac = createHmac('sha256', key).update(`v0:${stamp}:`).update(body).digest('hex');
    const [given, expected] = [Buffer.from(signature), Buffer.from(`v0=${hmac}`)];
    return given.length === expected.length && timingSafeEqual(given, expected);
  };
}
