import { outgoingOf, takeBack } from '../appointments/arming.ts';
import { askDay } from '../appointments/asking.ts';
import type { AppointmentKind, Needs } from '../appointments/kind.ts';
import { openFor } from '../daily/posting.ts';
import { keyIn, scopeOf } from '../person-keys.ts';
import type { Appointment } from '../store/appointment.ts';
import { reminderTimers } from '../store/appointment.ts';
import type { DailyPost } from '../store/daily.ts';
import type { Unit } from '../store/store.ts';
import type { Waiting } from '../views/reminders.ts';
import { reminderCard, remindersEndedCard } from '../views/reminders.ts';

/** For so many days after their last answer somebody is reminded of a channel's questions; then they may have left it. */
const remembered = 30;

/** Questions that one message tells of; nobody follows more channels. */
const mostTold = 5;

/** A question that waits, and the key under which the person answers it. */
type Unanswered = { readonly post: DailyPost; readonly user: string };

/** A reminder of the daily questions that are open and that somebody has not answered. */
export const reminderAppointment: AppointmentKind = {
  name: 'remind',
  timers: reminderTimers,
  of: (unit) => unit.reminders,
  compose: async (unit, appointment, _, { bank, clock, link }) => {
    const waiting = await unansweredAt(unit, appointment, clock.wall());
    const open = waiting.filter(({ post }) => post.state === 'open');
    const [first, ...others] = open;
    const asked =
      first === undefined || first.post.asked === null ? undefined : await bank.asked(unit, first.post.asked);
    if (first === undefined || asked === undefined) return null;
    const toWaiting = async ({ post }: Unanswered): Promise<Waiting> => {
      const posted = await unit.outbox.messageOf(post.outgoing);
      return { post, address: posted === null ? null : (link?.message(post.channel, posted.message) ?? null) };
    };
    const rest: Waiting[] = [];
    for (const other of others) rest.push(await toWaiting(other));
    const streak = await unit.daily.streak(first.post.channel, first.user);
    const said = { streak, subject: bank.subjectOf(first.post.question), missed: appointment.missed };
    return {
      card: reminderCard({ ...(await toWaiting(first)), ...asked }, rest, said),
      until: first.post.since + openFor,
    };
  },
  wasOwed: async (unit, appointment, { at }) => (await unansweredAt(unit, appointment, at)).length > 0,
  ended: remindersEndedCard,
};

/**
 * Somebody has just answered a daily question: a reminder that still waits to be sent is taken back, or made anew where another
 * question waits as well.
 */
export async function afterAnswer(unit: Unit, user: string, needs: Needs): Promise<void> {
  const appointment = await unit.reminders.lock(user);
  if (appointment === null || !appointment.on || appointment.asked === null) return;
  const { asked } = appointment;
  if ((await unit.outbox.waitingIn(outgoingOf(reminderAppointment, appointment.user, asked))).length === 0) return;
  await takeBack(unit, reminderAppointment, appointment);
  const anew = { occurrence: { date: asked.date, at: asked.at }, round: asked.round };
  await askDay(unit, reminderAppointment, appointment, anew, needs);
}

/** What was open at an instant (UTC ms) and is not answered, where the person takes part; the longest streak first. */
async function unansweredAt(unit: Unit, { user, settings }: Appointment, at: number): Promise<readonly Unanswered[]> {
  const users = settings.everywhere === true ? await unit.people.keysOf(user) : [user];
  const since = new Date(at - remembered * 86_400_000).toISOString().slice(0, 'YYYY-MM-DD'.length);
  const places = [...(await unit.daily.answeredIn(users, since))];
  const { channel } = settings;
  if (channel !== undefined && !places.some((place) => place.channel === channel)) {
    places.push({ channel, user: keyIn(scopeOf(channel), user) });
  }
  const unanswered: Unanswered[] = [];
  for (const place of places) {
    const post = await unit.daily.unanswered(place, { from: at - openFor, until: at });
    if (post !== null && unanswered.length < mostTold) unanswered.push({ post, user: place.user });
  }
  return unanswered;
}
