import type { Audience } from '../../../app/ports.ts';
import type { SlackMessage } from '../cards/render.ts';
import type { ResponseBody } from './response-url.ts';

const responseTypes = { asker: 'ephemeral', channel: 'in_channel' } as const;

const kept: Readonly<Record<Audience, WeakMap<SlackMessage, ResponseBody>>> = {
  asker: new WeakMap(),
  channel: new WeakMap(),
};

/** A message as acknowledgements and response URLs take it. That of a constant (frozen) message is a constant too. */
export function responseBody({
  message,
  audience,
}: {
  readonly message: SlackMessage;
  readonly audience: Audience;
}): ResponseBody {
  const ready = kept[audience].get(message);
  if (ready !== undefined) return ready;
  const body: ResponseBody = { ...message, response_type: responseTypes[audience] };
  if (Object.isFrozen(message)) kept[audience].set(message, Object.freeze(body));
  return body;
}
