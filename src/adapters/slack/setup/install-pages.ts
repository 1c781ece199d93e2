import type { Subject } from '../../../core/bank.ts';
import { escapeXml } from '../../../core/escape-xml.ts';

/** A page of the installation: its status and its HTML, in which every text is escaped. */
export type InstallPage = { readonly status: number; readonly html: string };

/** The page on which somebody begins; `address` leads to Slack. */
export function beginPage({ title, command }: Pick<Subject, 'title' | 'command'>, address: string): InstallPage {
  return page(
    200,
    `Add ${title} to Slack`,
    [
      `Type /${command} and a question in any channel, and get the answer that an interviewer wants to hear.`,
      'It reads no channel: it sees what is said to it, and nothing else. Slack shows you what it asks for before you agree.',
    ],
    { words: 'Add to Slack', address },
  );
}

/** The page after an installation; `place`: the workspace's or organisation's name, untrusted. */
export function donePage(
  { title, command }: Pick<Subject, 'title' | 'command'>,
  {
    place,
    isOrganisation,
    address,
  }: { readonly place: string; readonly isOrganisation: boolean; readonly address: string },
): InstallPage {
  const next = isOrganisation
    ? 'Choose now, in the settings of your organisation, which of its workspaces get it.'
    : `Type /${command} help in any channel to begin. Where it is to post by itself, invite it first.`;
  return page(200, 'Installed', [`${title} is installed in ${place}.`, next], { words: 'Open Slack', address });
}

/** Why an installation did not come about. */
export type InstallFailure = 'cancelled' | 'strange' | 'refused' | 'failed';

const failures: Readonly<Record<InstallFailure, { readonly status: number; readonly lines: readonly string[] }>> = {
  cancelled: { status: 200, lines: ['You did not let the app in, so nothing was installed.'] },
  strange: {
    status: 400,
    lines: [
      'This page belongs to no installation that was begun in this browser within the last ten minutes, so nothing was installed.',
      'Please begin again here, and allow cookies for this page.',
    ],
  },
  refused: {
    status: 502,
    lines: ['Slack did not confirm the installation, so nothing was installed. Please begin again.'],
  },
  failed: {
    status: 500,
    lines: [
      'Something went wrong here, and it is not sure that the app works. Please try again in a minute.',
      'Whoever runs the bot finds the reason in its log.',
    ],
  },
};

export function failurePage(failure: InstallFailure, begin: string): InstallPage {
  const { status, lines } = failures[failure];
  return page(status, 'Not installed', lines, { words: 'Begin again', address: begin });
}

function page(
  status: number,
  title: string,
  lines: readonly string[],
  next: { readonly words: string; readonly address: string },
): InstallPage {
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeXml(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escapeXml(title)}</h1>
${lines.map((line) => `<p>${escapeXml(line)}</p>`).join('\n')}
<p><a class="next" href="${escapeXml(next.address)}">${escapeXml(next.words)}</a></p>
</main>
</body>
</html>
`;
  return { status, html };
}

const style = `
:root { color-scheme: light dark; --ink: #1d1c1d; --ground: #fff; --accent: #b3341f; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8e6e6; --ground: #1a1a1d; --accent: #f0795f; } }
body { margin: 0; font: 1.0625rem/1.5 system-ui, sans-serif; color: var(--ink); background: var(--ground); }
main { max-width: 34rem; margin: 0 auto; padding: 3rem 1.25rem; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 1rem; }
.next { display: inline-block; margin-top: .75rem; padding: .65rem 1.1rem; border-radius: .5rem; font-weight: 600;
  color: var(--ground); background: var(--accent); text-decoration: none; }
.next:focus-visible { outline: 3px solid var(--ink); outline-offset: 3px; }
`;
