import type {
  AckFn,
  AllMiddlewareArgs,
  AnyMiddlewareArgs,
  App,
  Context,
  MessageShortcut,
  ViewSubmitAction,
} from '@slack/bolt';
import type { Application, Log } from '../../../app/ports.ts';
import type { InFlight } from '../connection/in-flight.ts';
import type { OpenForm } from '../reply/asked-form.ts';
import { commandDelivery, formDelivery, isOwnDirect, pressDelivery, shortcutDelivery } from '../reply/delivery.ts';
import { unpackOrigin } from '../reply/form-origin.ts';
import type { PublishHome } from '../reply/home.ts';
import type { Respond } from '../reply/respond.ts';
import type { PostResponse } from '../reply/response-url.ts';
import type { WebReply } from '../reply/web-reply.ts';
import type { AskAt } from './ask-hindrance.ts';
import type { ToCaller } from './caller.ts';
import { inboundFromCommand, inboundFromForm, inboundFromPress, inboundFromShortcut } from './inbound.ts';
import type { IsNew } from './is-new.ts';
import type { Membership } from './membership.ts';
import type { OwnDirects } from './own-directs.ts';
import type { Profiles } from './profiles.ts';

/** What the events of one workspace or organisation are answered with. */
export type ListenerNeeds = {
  readonly application: Application;
  readonly respond: Respond;
  readonly postResponse: PostResponse;
  readonly webReply: WebReply;
  readonly openForm: OpenForm;
  readonly inFlight: InFlight;
  readonly toCaller: ToCaller;
  readonly ownDirects: OwnDirects;
  /** Is told what the slash command is called, which the workspace decides. */
  readonly noteCommand: (name: string) => void;
  readonly membership: Membership;
  readonly askAt: AskAt;
  readonly profiles: Profiles;
  readonly publishHome: PublishHome;
  readonly isNew: IsNew;
  /** UTC ms. */
  readonly now: () => number;
  readonly log: Log;
};

/** Those of the workspace from which an event comes; only for events that `refuseStrangers` lets pass. */
export type NeedsOf = (context: Context) => ListenerNeeds;

/** Id of the message shortcut “Look this up”, as in the manifest. */
export const lookUpShortcut = 'look_up';

/** Listens to commands, buttons and shortcuts. Makes an Inbound and a Delivery of each and passes them on. */
export function registerListeners(app: App, needsOf: NeedsOf): void {
  app.use(acknowledgeOthers);

  app.command(/.*/, async ({ command, ack, context }) => {
    const { application, respond, postResponse, webReply, inFlight, toCaller, now, ...needs } = needsOf(context);
    const { ownDirects, noteCommand, profiles, askAt } = needs;
    const topicsIn = (channel: string) => application.subject(channel).topics;
    noteCommand(command.command);
    const own = ownDirects.has(command.channel_id);
    const delivery = commandDelivery(command, ack, { postResponse, webReply, own, repeated: isRepeated(context) });
    const zone = () => profiles.zoneOf(command.user_id);
    const naming = () => profiles.nameOf(command.user_id);
    const hindrance = askAt({ channel: command.channel_id, user: command.user_id, thread: null });
    const inbound = inboundFromCommand(command, topicsIn, toCaller, now());
    await inFlight.track(respond({ ...inbound, zone, naming, hindrance }, delivery));
  });

  app.action({ type: 'block_actions' }, async ({ body, action, ack, context }) => {
    const { respond, postResponse, webReply, openForm, inFlight, toCaller, now, ...needs } = needsOf(context);
    const { ownDirects, profiles, askAt } = needs;
    if (body.channel !== undefined && isOwnDirect(body)) ownDirects.note(body.channel.id);
    const own = ownDirects.has(body.channel?.id ?? '-');
    const delivery = pressDelivery(body, ack, { postResponse, webReply, openForm, own, repeated: isRepeated(context) });
    const { thread_ts: thread = null } = body.container as { readonly thread_ts?: string };
    const place = body.channel === undefined ? null : { channel: body.channel.id, user: body.user.id, thread };
    const naming = () => profiles.nameOf(body.user.id);
    const hindrance = place === null ? {} : { hindrance: askAt(place) };
    await inFlight.track(
      respond({ ...inboundFromPress(body, action, toCaller, now()), naming, ...hindrance }, delivery),
    );
  });

  app.view<ViewSubmitAction>({ type: 'view_submission' }, async ({ body, ack, context }) => {
    const origin = unpackOrigin(body.view.private_metadata);
    if (origin === null) return ack();
    const { respond, postResponse, webReply, inFlight, toCaller, now, ownDirects, profiles, askAt } = needsOf(context);
    const own = ownDirects.has(origin.channel?.id ?? '-');
    const delivery = formDelivery(origin, () => ack(), { postResponse, webReply, own, repeated: isRepeated(context) });
    const naming = () => profiles.nameOf(body.user.id);
    const { thread_ts: thread = null } = origin.container as { readonly thread_ts?: string };
    const place = origin.channel === undefined ? null : { channel: origin.channel.id, user: body.user.id, thread };
    const hindrance = place === null ? {} : { hindrance: askAt(place) };
    await inFlight.track(
      respond({ ...inboundFromForm(body, origin, toCaller, now()), naming, ...hindrance }, delivery),
    );
  });

  const lookUp = { type: 'message_action', callback_id: lookUpShortcut } as const;
  app.shortcut<MessageShortcut>(lookUp, async ({ shortcut, ack, context }) => {
    const { respond, postResponse, inFlight, toCaller, now } = needsOf(context);
    const delivery = shortcutDelivery(shortcut, ack, postResponse, isRepeated(context));
    await inFlight.track(respond(inboundFromShortcut(shortcut, toCaller, now()), delivery));
  });
}

/** Events without a listener would wait for Bolt's 404 after 3 s, and the person would see an error. */
async function acknowledgeOthers({ body, next, ...rest }: AnyMiddlewareArgs & AllMiddlewareArgs): Promise<void> {
  if ('event' in body || 'command' in body || isPress(body) || isForm(body) || isLookUp(body)) await next();
  else if ('ack' in rest && rest.ack !== undefined) await (rest.ack as AckFn<void>)();
}

/** A button of a message, or of the app's own page. */
function isPress(body: AnyMiddlewareArgs['body']): boolean {
  if (body.type !== 'block_actions') return false;
  return 'response_url' in body || ('view' in body && body.view?.type === 'home');
}

/** A form that was asked for. */
function isForm(body: AnyMiddlewareArgs['body']): boolean {
  return body.type === 'view_submission';
}

function isLookUp(body: AnyMiddlewareArgs['body']): boolean {
  return body.type === 'message_action' && 'callback_id' in body && body.callback_id === lookUpShortcut;
}

function isRepeated(context: Context): boolean {
  return context['repeated'] === true;
}
