import type { AckFn, AllMiddlewareArgs, AnyMiddlewareArgs, App, Context } from '@slack/bolt';
import { commandDelivery, pressDelivery } from './delivery.ts';
import type { InFlight } from './in-flight.ts';
import { inboundFromCommand, inboundFromPress } from './inbound.ts';
import type { Respond } from './respond.ts';
import type { PostResponse } from './response-url.ts';

type Needs = { readonly respond: Respond; readonly postResponse: PostResponse; readonly inFlight: InFlight };

/** Registers what the bot listens to; each listener makes an Inbound and a Delivery of its event and hands them on. */
export function registerListeners(app: App, { respond, postResponse, inFlight }: Needs): void {
  app.use(acknowledgeOthers);

  app.command(/.*/, async ({ command, ack, context }) => {
    const delivery = commandDelivery(command, ack, postResponse, isRepeated(context));
    await inFlight.track(respond(inboundFromCommand(command), delivery));
  });

  app.action({ type: 'block_actions' }, async ({ body, action, ack, context }) => {
    const delivery = pressDelivery(body, ack, postResponse, isRepeated(context));
    await inFlight.track(respond(inboundFromPress(body, action), delivery));
  });
}

/** Events that nobody listens to would wait for Bolt's 404 after 3 s, with an error shown to the person. */
async function acknowledgeOthers({ body, next, ...rest }: AnyMiddlewareArgs & AllMiddlewareArgs): Promise<void> {
  if ('command' in body || (body.type === 'block_actions' && 'response_url' in body)) await next();
  else if ('ack' in rest && rest.ack !== undefined) await (rest.ack as AckFn<void>)();
}

function isRepeated(context: Context): boolean {
  return context['repeated'] === true;
}
