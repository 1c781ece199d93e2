import { setTimeout as delay } from 'node:timers/promises';
import type { Application, Log } from '../../../app/ports.ts';
import type { PlatformClock } from '../../../ops/platform-clock.ts';
import type { Saying, ToMessage } from '../cards/messages.ts';
import type { Identity } from '../connection/identity.ts';
import type { InFlight } from '../connection/in-flight.ts';
import type { CallMethod } from '../connection/web-call.ts';
import type { AttachPictures } from '../outbound/pictures.ts';
import type { UploadFile } from '../outbound/upload.ts';
import { createOpenForm } from '../reply/asked-form.ts';
import { createGiveFile } from '../reply/give-file.ts';
import { createPublishHome } from '../reply/home.ts';
import type { Respond } from '../reply/respond.ts';
import { createRespond } from '../reply/respond.ts';
import { createPostResponse } from '../reply/response-url.ts';
import { createWebReply } from '../reply/web-reply.ts';
import { createAskHindrance } from './ask-hindrance.ts';
import { createToCaller } from './caller.ts';
import { createIsNew } from './is-new.ts';
import type { ListenerNeeds } from './listeners.ts';
import type { Membership } from './membership.ts';
import { createOwnDirects } from './own-directs.ts';
import { createProfiles } from './profiles.ts';
import type { SlashName } from './slash-name.ts';

type Parts = {
  readonly application: Application;
  readonly call: CallMethod;
  readonly clock: PlatformClock;
  readonly inFlight: InFlight;
  readonly log: Log;
  readonly managers: readonly string[] | null;
  readonly membership: Membership;
  readonly saying: Saying;
  readonly slash: SlashName;
  readonly steady: () => number;
  readonly toMessage: ToMessage;
  readonly attachPictures: AttachPictures;
  readonly uploadFile: UploadFile;
};

/** What the events of one tenant are answered with; nothing of it is any other's. */
export function createListenerNeeds({ team, scopes: granted, name }: Identity, parts: Parts): ListenerNeeds {
  const { application, call, clock, inFlight, log, managers, membership, saying, slash, steady, toMessage } = parts;
  const { attachPictures, uploadFile } = parts;
  const scopes = () => granted;
  const giveFile = createGiveFile({ call, uploadFile, toMessage, scopes, log });
  return {
    application,
    respond: noting(clock, createRespond({ application, toMessage, giveFile, attachPictures, log })),
    postResponse: createPostResponse(),
    webReply: createWebReply(call, delay),
    openForm: createOpenForm(call),
    publishHome: createPublishHome(call, log, saying, delay),
    inFlight,
    toCaller: createToCaller({ managers, home: team }),
    ownDirects: createOwnDirects(),
    noteCommand: slash.note,
    profiles: createProfiles({ call, scopes, steady, log }),
    membership,
    askAt: createAskHindrance({ call, membership, toMessage, bot: () => name, scopes }),
    isNew: createIsNew(),
    now: clock.now,
    log,
  };
}

/** The same, and the clock learns from the instants of what happened. */
function noting(clock: PlatformClock, respond: Respond): Respond {
  return (inbound, delivery) => {
    clock.note(inbound.at);
    return respond(inbound, delivery);
  };
}
