export type CommandFields = {
  readonly text: string;
  readonly command?: string;
  readonly user?: string;
  readonly channel?: string;
};

export type Press = {
  readonly id: string;
  /** Of the message that the button stands under. */
  readonly ephemeral?: boolean;
  readonly ts?: string;
  readonly thread?: string;
  readonly user?: string;
  readonly name?: string;
  readonly channel?: string;
  /** When it was pressed, a time stamp of Slack's. */
  readonly pressed?: string;
};

export type ShortcutFields = {
  readonly text: string;
  readonly callback?: string;
  readonly thread?: string;
  readonly user?: string;
  readonly channel?: string;
};

let triggers = 0;

const team = { id: 'T1', domain: 'simulated' };

/** The user groups of the workspace, by the name that people type. */
export const userGroups: ReadonlyMap<string, string> = new Map([['pytorch-learners', 'S0LEARN']]);

/** What people type as Slack passes it on where `should_escape` is set, and in messages: known groups are marked. */
export function escapeGroups(text: string): string {
  return text.replace(/@([\w-]+)/g, (typed, name: string) => {
    const id = userGroups.get(name);
    return id === undefined ? typed : `<!subteam^${id}|@${name}>`;
  });
}

/** The fields of a slash command as Slack posts them. */
export function commandPayload(
  { text, command = '/pytorch', user = 'U1', channel = 'C1' }: CommandFields,
  responseUrl: string,
): Record<string, string> {
  triggers += 1;
  return {
    token: 'legacy',
    team_id: 'T1',
    team_domain: 'simulated',
    channel_id: channel,
    channel_name: 'general',
    user_id: user,
    user_name: 'ada',
    command,
    text,
    api_app_id: 'A1',
    is_enterprise_install: 'false',
    response_url: responseUrl,
    trigger_id: `${triggers}.1`,
  };
}

/** The payload of a pressed button as Slack posts it. */
export function pressPayload(press: Press, responseUrl: string): Record<string, unknown> {
  const { id, ephemeral = true, ts = '1700000000.000100', thread, channel = 'C1' } = press;
  const inThread = thread === undefined ? {} : { thread_ts: thread };
  return {
    ...interaction(press),
    response_url: responseUrl,
    channel: { id: channel, name: 'general' },
    container: { type: 'message', message_ts: ts, channel_id: channel, is_ephemeral: ephemeral, ...inThread },
    ...(ephemeral ? {} : { message: { type: 'message', user: 'UBOT', ts, text: 'earlier', ...inThread } }),
    actions: [buttonAction(id, press.pressed)],
  };
}

/** A button on the app's own page: no channel, no message, no response address. */
export function homePressPayload(press: Press): Record<string, unknown> {
  return {
    ...interaction(press),
    container: { type: 'view', view_id: 'V1' },
    view: { id: 'V1', team_id: 'T1', type: 'home', blocks: [], private_metadata: '', callback_id: '' },
    actions: [buttonAction(press.id, press.pressed)],
  };
}

/** A shortcut in the menu of a message. */
export function shortcutPayload(
  { text, callback = 'look_up', thread, user = 'U1', channel = 'C1' }: ShortcutFields,
  responseUrl: string,
): Record<string, unknown> {
  triggers += 1;
  const ts = '1700000000.000300';
  return {
    type: 'message_action',
    callback_id: callback,
    token: 'legacy',
    trigger_id: `${triggers}.3`,
    action_ts: '1700000002.000100',
    message_ts: ts,
    response_url: responseUrl,
    is_enterprise_install: false,
    enterprise: null,
    team,
    user: { id: user, name: 'ada', team_id: 'T1' },
    channel: { id: channel, name: 'general' },
    message: { type: 'message', user: 'U2', ts, text, ...(thread === undefined ? {} : { thread_ts: thread }) },
  };
}

/** A view that somebody filled in and sent, every field of it with the same text. */
export function submissionPayload(
  view: Readonly<Record<string, unknown>>,
  filled: FilledIn,
  person: Pick<Press, 'user' | 'name'>,
): Record<string, unknown> {
  type Block = { readonly type: string; readonly block_id?: string; readonly element?: Element };
  const values = ((view['blocks'] ?? []) as readonly Block[]).flatMap(({ block_id: block = '', element }) =>
    element === undefined ? [] : [[block, { [element.action_id]: fill(element, filled) }]],
  );
  return {
    ...interaction(person),
    type: 'view_submission',
    view: { ...view, team_id: 'T1', state: { values: Object.fromEntries(values) } },
    response_urls: [],
  };
}

/** What somebody fills into a form, by the names of its fields; one text for all of them. A field that is not named stays as it is. */
export type FilledIn = string | Readonly<Record<string, string>>;

type Choice = { readonly value: string; readonly text: { readonly text: string } };

type Element = {
  readonly type: string;
  readonly action_id: string;
  readonly max_length?: number;
  readonly initial_value?: string;
  readonly options?: readonly Choice[];
  readonly initial_option?: Choice;
};

function fill(element: Element, filled: FilledIn): Record<string, unknown> {
  const {
    type,
    action_id: name,
    max_length: most = 3000,
    options,
    initial_value: written,
    initial_option: first,
  } = element;
  const text = typeof filled === 'string' ? filled : filled[name];
  if (options === undefined) {
    const value = text ?? written ?? '';
    if (value.length > most) throw new Error(`The form takes ${most} characters.`);
    if (value.trim() === '') throw new Error(`The form wants something in ${name}.`);
    return { type, value };
  }
  const chosen = text === undefined ? first : options.find(({ value }) => value === text);
  if (chosen === undefined) throw new Error(`The form has no choice ${String(text)} in ${name}.`);
  return { type, selected_option: chosen };
}

function interaction({ user = 'U1', name = 'ada' }: Pick<Press, 'user' | 'name'>): Record<string, unknown> {
  triggers += 1;
  return {
    type: 'block_actions',
    api_app_id: 'A1',
    token: 'legacy',
    trigger_id: `${triggers}.2`,
    is_enterprise_install: false,
    enterprise: null,
    team,
    user: { id: user, username: name, name, team_id: 'T1' },
  };
}

function buttonAction(id: string, pressed = '1700000001.000100'): Record<string, unknown> {
  return {
    type: 'button',
    action_id: id,
    block_id: 'b1',
    value: id,
    text: { type: 'plain_text', text: 'Button' },
    action_ts: pressed,
  };
}

/** The same payload, of a command, a press or an event, as it comes from another workspace. */
export function asIn<Payload>(
  { team, botUser }: { readonly team: string; readonly botUser: string },
  payload: Payload,
): Payload {
  const text = JSON.stringify(payload).replaceAll('"T1"', `"${team}"`).replaceAll('UBOT', botUser);
  return JSON.parse(text) as Payload;
}
