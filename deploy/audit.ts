import { spawnSync } from 'node:child_process';

type Advice = { readonly name: string; readonly severity: string; readonly range: string };

/** What `npm audit --json` found; null where the registry did not answer, or has no advisories. */
export function readAudit(text: string): readonly Advice[] | null {
  try {
    const report: { readonly vulnerabilities?: Readonly<Record<string, Advice>> } = JSON.parse(text);
    return report.vulnerabilities === undefined ? null : Object.values(report.vulnerabilities);
  } catch {
    return null;
  }
}

/** Those that a release waits for. */
export function isGrave({ severity }: Advice): boolean {
  return severity === 'high' || severity === 'critical';
}

if (import.meta.main) {
  const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], { encoding: 'utf8' });
  const found = readAudit(stdout);
  if (found === null) {
    console.log('The registry told nothing of advisories, so nothing was looked up. Try again where it does.');
  } else {
    for (const { name, severity, range } of found) console.log(`${severity}: ${name} ${range}`);
    console.log(
      found.length === 0 ? 'No advisory is about a package that runs with the bot.' : '`npm audit` says more.',
    );
    process.exitCode = found.some(isGrave) ? 1 : 0;
  }
}
