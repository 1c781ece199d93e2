import type { Audience } from '../../../app/ports.ts';
import type { SlackMessage } from '../cards/render.ts';
import type { ResponseBody } from './response-url.ts';

const kept = new WeakMap<SlackMessage, ResponseBody>();

/**
 * A message as acknowledgements and response URLs take it. What is made of a constant (frozen) message for the person who asked
 * is a constant too, and the same each time.
 */
export function responseBody({
  message,
  audience,
}: {
  readonly message: SlackMessage;
  readonly audience: Audience;
}): ResponseBody {
  if (audience === 'channel') return { ...message, response_type: 'in_channel' };
  const ready = kept.get(message);
  if (ready !== undefined) return ready;
  const body: ResponseBody = { ...message, response_type: 'ephemeral' };
  if (Object.isFrozen(message)) kept.set(message, Object.freeze(body));
  return body;
}
