import type { Method } from './method.ts';
import { refuse } from './method.ts';
import type { Arguments } from './workspace.ts';

const openView: Method = (given, { workspace, validator, complain }) => {
  const view = given['view'] as Arguments;
  if (complain(validator.view(view))) return refuse('invalid_arguments');
  workspace.views.push(view);
  return { ok: true, view: { id: `V${workspace.views.length}`, ...view } };
};

/** views.* as https://docs.slack.dev/reference/methods has them. */
export const viewMethods: Readonly<Record<string, Method>> = {
  'views.open': openView,
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
