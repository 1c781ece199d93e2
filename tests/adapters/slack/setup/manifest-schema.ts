/**
 * What Slack takes as an app's manifest of version 2, as far as this bot's can go: written from
 * https://docs.slack.dev/reference/app-manifest. Nothing is allowed beside it, so that a typo is found.
 */
export const manifestSchema = closed(['_metadata', 'display_information', 'features', 'oauth_config', 'settings'], {
  _metadata: closed(['major_version'], { major_version: { const: 2 }, minor_version: { type: 'integer' } }),
  display_information: closed(['name'], {
    name: text(1, 35),
    description: text(1, 140),
    long_description: text(175, 4000),
    background_color: { type: 'string', pattern: '^#(?:[0-9a-fA-F]{3}){1,2}$' },
  }),
  features: closed([], {
    app_home: closed([], {
      home_tab_enabled: { type: 'boolean' },
      messages_tab_enabled: { type: 'boolean' },
      messages_tab_read_only_enabled: { type: 'boolean' },
    }),
    bot_user: closed(['display_name'], {
      display_name: { type: 'string', maxLength: 80, pattern: '^[A-Za-z0-9_. -]+$' },
      always_online: { type: 'boolean' },
    }),
    shortcuts: {
      type: 'array',
      maxItems: 10,
      items: closed(['name', 'type', 'callback_id', 'description'], {
        name: text(1, 24),
        type: { enum: ['global', 'message'] },
        callback_id: text(1, 255),
        description: text(1, 150),
      }),
    },
    slash_commands: {
      type: 'array',
      maxItems: 50,
      items: closed(['command', 'description'], {
        command: { type: 'string', maxLength: 32, pattern: '^/\\S+$' },
        url: address(),
        description: text(1, 2000),
        usage_hint: text(1, 1000),
        should_escape: { type: 'boolean' },
      }),
    },
  }),
  oauth_config: closed([], {
    redirect_urls: { type: 'array', items: address(), maxItems: 1000 },
    scopes: closed([], { bot: list('^[a-z_]+(?::[a-z_.]+)*$'), user: list('^[a-z_]+(?::[a-z_.]+)*$') }),
  }),
  settings: closed([], {
    event_subscriptions: closed([], { request_url: address(), bot_events: list('^[a-z_]+(?:\\.[a-z_]+)?$') }),
    interactivity: closed(['is_enabled'], {
      is_enabled: { type: 'boolean' },
      request_url: address(),
      message_menu_options_url: address(),
    }),
    org_deploy_enabled: { type: 'boolean' },
    socket_mode_enabled: { type: 'boolean' },
    token_rotation_enabled: { type: 'boolean' },
  }),
});

function closed(required: readonly string[], properties: Record<string, object>): object {
  return { type: 'object', required, properties, additionalProperties: false };
}

function text(minLength: number, maxLength: number): object {
  return { type: 'string', minLength, maxLength };
}

function address(): object {
  return { type: 'string', pattern: '^https://[^\\s]+$' };
}

function list(pattern: string): object {
  return { type: 'array', maxItems: 255, uniqueItems: true, items: { type: 'string', pattern } };
}
