import type { Context } from 'hono';
import { Hono } from 'hono';
import type { Application } from '../../../app/ports.ts';
import type { Chosen } from '../../../core/command/compose.ts';
import { composeCommand } from '../../../core/command/compose.ts';
import { optionsOf } from '../../../core/command/options.ts';
import { formNamed } from '../inbound/command-forms.ts';
import { userKey } from '../inbound/players.ts';
import type { Presence } from '../inbound/presence.ts';
import { readTyped } from '../inbound/typed-text.ts';
import { commandForm } from '../pages/command-form.ts';
import type { Conversation } from '../reply/conversation.ts';
import type { Access } from './access.ts';
import { browserZone } from './request.ts';

/** Longest value of a field, in UTF-16 units; none of ours is longer. */
const longestValue = 100;

/** How many time zones are offered; the others are typed. */
const zonesOffered = 100;

type Options = {
  readonly application: Pick<Application, 'subject' | 'completeTimeZone' | 'inForce'>;
  readonly presence: Pick<Presence, 'isAlone'>;
  readonly access: Access;
  readonly conversation: Conversation;
};

/** Commands as forms: shown, and taken as what one would have typed. A mistake in one is told in the form, and nothing is done. */
export function createFormRoutes({ application, presence, access, conversation }: Options): Hono {
  const { viewOf, seen } = access;
  const app = new Hono();

  function placeOf(context: Context, thread: string | undefined) {
    const view = viewOf(context);
    const form = formNamed(context.req.param('form') ?? '');
    if (view === null || form === null) return null;
    if (thread === undefined) return { view, form, thread: null };
    const root = seen(view.player, thread);
    return root?.channel === view.channel.key ? { view, form, thread: root.id } : null;
  }

  app.get('/p/:token/:channel/forms/:form', async (context) => {
    const place = placeOf(context, context.req.query('thread'));
    if (place === null) return context.notFound();
    const { view, form, thread } = place;
    const reader = { user: userKey(view.player), channel: view.channel.key };
    return context.html(
      commandForm({
        name: context.req.param('form'),
        form,
        options: optionsOf(form.command, application.subject(reader.channel).topics),
        view: { ...view, thread },
        inForce: await application.inForce(form.command, reader),
        zone: browserZone(context),
        zones: application.completeTimeZone('', zonesOffered),
      }),
    );
  });

  app.post('/p/:token/:channel/forms/:form', async (context) => {
    const chosen = await chosenIn(context);
    const place = placeOf(context, chosen['thread']?.[0]);
    if (place === null) return context.notFound();
    const { view, form, thread } = place;
    const subject = application.subject(view.channel.key);
    const text = `/${composeCommand(form.command, optionsOf(form.command, subject.topics), chosen)}`;
    const typed = readTyped(text, view.channel.direct, subject);
    if (typed.kind !== 'ordered' || typed.command === null || typed.command.kind === 'ask') {
      return context.text('I do not understand that. Please look at each field again.', 422);
    }
    if (typed.command.kind === 'mistake') return context.text(typed.command.reason, 422);
    const spot = { ...view, thread, zone: browserZone(context), alone: presence.isAlone(view.player) };
    await conversation.type(spot, text);
    return context.body(null, 204);
  });

  return app;
}

/** What was chosen in each field of a form, in its order. */
async function chosenIn(context: Context): Promise<Chosen> {
  const body = await context.req.parseBody({ all: true });
  const words = (value: unknown) => (typeof value === 'string' ? [value.slice(0, longestValue)] : []);
  return Object.fromEntries(Object.entries(body).map(([name, value]) => [name, [value].flat().flatMap(words)]));
}
