import { instantOf } from '../cards/slack-text.ts';

/** The envelope of every event of the Events API; https://docs.slack.dev/apis/events-api#callback-field */
export type EventEnvelope = {
  readonly event_id?: string;
  /** Seconds. */
  readonly event_time?: number;
  readonly team_id?: string;
  readonly enterprise_id?: string | null;
  readonly is_enterprise_install?: boolean;
  readonly context_team_id?: string | null;
  readonly authorizations?:
    | readonly { readonly team_id?: string | null; readonly is_enterprise_install?: boolean }[]
    | null;
};

/** The workspace on whose behalf the bot receives the event; not necessarily the person's. */
export function teamOf({ authorizations, context_team_id: context, team_id: team }: EventEnvelope): string | undefined {
  return authorizations?.[0]?.team_id ?? context ?? team;
}

/**
 * When the event happened by Slack's clock, UTC ms: the message's own timestamp, or the event's, which is in whole
 * seconds.
 */
export function eventInstant(
  stamp: string | undefined,
  { event_time: seconds }: EventEnvelope,
  received: number,
): number {
  return instantOf(stamp) ?? instantOf(seconds) ?? received;
}
