import type { Messenger } from '../../app/delivery/messenger.ts';
import type { Application, Log } from '../../app/ports.ts';
import type { PlatformClock } from '../../ops/platform-clock.ts';
import { createMessages } from './cards/messages.ts';
import type { Identity } from './connection/identity.ts';
import type { InFlight } from './connection/in-flight.ts';
import type { TokenPauses } from './connection/token-watch.ts';
import { createTokenWatch } from './connection/token-watch.ts';
import type { CallMethod } from './connection/web-call.ts';
import type { ListenerNeeds } from './inbound/listeners.ts';
import { createListenerNeeds } from './inbound/listening.ts';
import { createMembership } from './inbound/membership.ts';
import { createSlashName } from './inbound/slash-name.ts';
import { explainRefusals } from './outbound/hindrance.ts';
import { createMessenger } from './outbound/messenger.ts';
import type { DrawPicture } from './outbound/pictures.ts';
import { createAttachPictures } from './outbound/pictures.ts';
import { createUpload } from './outbound/upload.ts';

/** One workspace or organisation that has the bot: its token, its rates, all that is remembered of it, apart from all others. */
export type Tenant = {
  readonly identity: Identity;
  /** What its events are answered with. */
  readonly needs: ListenerNeeds;
  readonly messenger: Messenger;
  readonly call: CallMethod;
  /** Asks Slack from time to time whether it takes the token, until `stop`. */
  readonly watch: () => void;
  readonly stop: () => void;
};

/** What all tenants have in common. */
export type Shared = {
  readonly application: Application;
  readonly clock: PlatformClock;
  readonly inFlight: InFlight;
  readonly log: Log;
  readonly managers: readonly string[] | null;
  readonly steady: () => number;
  readonly drawPicture: DrawPicture | null;
};

type Options = {
  readonly identity: Identity;
  readonly call: CallMethod;
  /** Hears what Slack has against the token, by its code; null when it takes it again. */
  readonly refused: (code: string | null) => void;
  readonly pauses?: TokenPauses;
};

export function createTenant(shared: Shared, { identity, call: plain, refused, pauses }: Options): Tenant {
  const { application, clock, inFlight, log, drawPicture } = shared;
  const watch = createTokenWatch({ call: plain, refused, ...(pauses === undefined ? {} : { pauses }) });
  const membership = createMembership();
  const call = membership.observe(watch.call);
  const slash = createSlashName(() => application.subject().command);
  const saying = { clock, slash: slash.get };
  const toMessage = createMessages(log, saying);
  const uploadFile = createUpload(call);
  const scopes = () => identity.scopes;
  const attachPictures = createAttachPictures({ uploadFile, draw: drawPicture, scopes, inFlight, log });
  const parts = { call, membership, saying, slash, toMessage, attachPictures, uploadFile };
  const messenger = createMessenger({ call, toMessage, attachPictures, workspaceUrl: () => identity.url });
  return {
    identity,
    call,
    needs: createListenerNeeds(identity, { ...shared, ...parts }),
    messenger: explainRefusals(messenger, () => identity.name),
    watch: watch.start,
    stop: watch.stop,
  };
}
