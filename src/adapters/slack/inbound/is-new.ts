import type { EventEnvelope } from './event-envelope.ts';
import { createRecent } from './recent.ts';

/** Event ids to remember: more than Slack sends in an hour, while it redelivers an event for six minutes. */
const eventsKept = 30_000;

/** True the first time that an event is seen; Slack redelivers one that was not acknowledged in time. */
export type IsNew = (envelope: EventEnvelope) => boolean;

export function createIsNew(): IsNew {
  const seen = createRecent<true>(eventsKept);
  return ({ event_id: id }) => {
    if (id === undefined) return true;
    if (seen.get(id) === true) return false;
    seen.set(id, true);
    return true;
  };
}
