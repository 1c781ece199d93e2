import type { Context } from 'hono';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Presenting } from '../../../app/quiz/presenting.ts';
import { playgroundSurface } from '../cards/surface.ts';
import type { Player, Players } from '../inbound/players.ts';
import { rememberedPlayer } from '../inbound/remembered-player.ts';
import type { MessageContext } from '../pages/message.ts';
import { createMessageCards } from '../pages/message-cards.ts';
import type { View } from '../pages/view.ts';
import { viewAddress } from '../pages/view.ts';
import type { Conversation } from '../reply/conversation.ts';
import { createAccess } from './access.ts';
import { createActionRoutes } from './action-routes.ts';
import { createAskedFormRoutes } from './asked-form-routes.ts';
import { createFormRoutes } from './form-routes.ts';
import { createJoinRoutes } from './join-routes.ts';
import type { PageOptions } from './page-routes.ts';
import { createPageRoutes } from './page-routes.ts';

/** Largest request body, in bytes. */
const largestBody = 16 * 1024;

type Options = Omit<PageOptions, 'access' | 'contextOf'> & {
  readonly players: Players;
  readonly conversation: Conversation;
  /** Null where no quiz can be joined by its page. */
  readonly presenting: Presenting | null;
};

/** The pages of the playground. Anyone who has a page's address is its player. */
export function createRoutes({ players, conversation, presenting, ...options }: Options): Hono {
  const { application, messages } = options;
  const access = createAccess(players, messages, application.subject);
  const cards = createMessageCards(playgroundSurface(options.pictures !== null));
  const { subject, own } = application;
  const contextOf = (view: View): MessageContext => ({ view, messages, cards, subject, own });
  const app = new Hono();
  app.use(bodyLimit({ maxSize: largestBody, onError: (context) => context.text('That is too long.\n', 413) }));
  const lead = (context: Context, player: Player) => {
    options.presence.expect(player);
    return context.redirect(viewAddress(player, 'general'), 303);
  };
  app.get('/', (context) => {
    // An image or iframe on another page with this address is not a visit.
    const isVisit = ['document', undefined].includes(context.req.header('sec-fetch-dest'));
    return isVisit ? lead(context, rememberedPlayer(context, players)) : context.notFound();
  });
  app.get('/new', (context) => lead(context, players.create()));
  if (presenting !== null) {
    const site = () => ({ subject: subject(), assets: options.assets });
    app.route('/', createJoinRoutes({ presenting, messages, players, conversation, site }));
  }
  app.route('/', createPageRoutes({ ...options, access, contextOf }));
  app.route(
    '/',
    createActionRoutes({ messages, players, presence: options.presence, access, conversation, contextOf }),
  );
  app.route('/', createAskedFormRoutes({ presence: options.presence, access, conversation, application }));
  app.route('/', createFormRoutes({ application, presence: options.presence, access, conversation }));
  return app;
}
