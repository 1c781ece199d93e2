import type { Method } from './method.ts';
import { refuse } from './method.ts';
import type { Arguments } from './workspace.ts';

const openView: Method = (given, { workspace, validator, complain }) => {
  const view = given['view'] as Arguments;
  if (complain(validator.view(view))) return refuse('invalid_arguments');
  workspace.views.push(view);
  return { ok: true, view: { id: `V${workspace.views.length}`, ...view } };
};

/** For how long, in ms, a trigger opens a view (https://docs.slack.dev/interactivity/handling-user-interaction#modal_responses). */
const triggerLifetime = 3000;

/** A view for whoever has done what gave the trigger, which opens one view and no other. */
const openModal: Method = (given, needs) => {
  const trigger = String(given['trigger_id']);
  const { triggers } = needs.workspace;
  const at = triggers.get(trigger);
  if (at === undefined) return refuse('invalid_trigger_id');
  if (at === null) return refuse('exchanged_trigger_id');
  if (needs.workspace.now() - at > triggerLifetime) return refuse('expired_trigger_id');
  if ((given['view'] as Arguments)['type'] !== 'modal') return refuse('invalid_arguments');
  const answer = openView(given, needs);
  if (answer.ok) triggers.set(trigger, null);
  return answer;
};

/** views.* as https://docs.slack.dev/reference/methods has them. */
export const viewMethods: Readonly<Record<string, Method>> = {
  'views.open': openModal,
  'views.update': openView,
  'views.publish': (given, needs) => {
    const user = String(given['user_id']);
    const problems = [
      ...(/^[UW]/.test(user) ? [] : ['a page for nobody']),
      ...((given['view'] as Arguments)['type'] === 'home' ? [] : ['a page that is no home']),
    ];
    if (needs.complain(problems)) return refuse('invalid_arguments');
    const answer = openView(given, needs);
    if (answer.ok) needs.workspace.homes.set(user, given['view'] as Arguments);
    return answer;
  },
};
