import { readFileSync } from 'node:fs';
import { parseAllDocuments } from 'yaml';

/** An object of Kubernetes as a file has it. */
export type Manifest = { readonly apiVersion: string; readonly kind: string };

export function readManifests(path: string): readonly Manifest[] {
  return parseAllDocuments(readFileSync(path, 'utf8')).map((document) => document.toJS() as Manifest);
}

type Model = new (data: unknown) => { readonly validate: () => void };

/**
 * What is wrong with a manifest by the published schema of its kind; the schemas allow fields that they do not know, so a
 * field that nothing of the schema ever reads is one that is misspelt.
 */
export async function wrongWith(manifest: Manifest): Promise<readonly string[]> {
  const models = (await import(`kubernetes-models/${manifest.apiVersion}`)) as Readonly<Record<string, Model>>;
  const Model = models[manifest.kind];
  if (Model === undefined) return [`${manifest.apiVersion} has no ${manifest.kind}`];
  const { seen, read } = watchReads(manifest);
  try {
    Model.prototype.validate.call(seen);
  } catch (error) {
    return [`${manifest.kind}: ${error instanceof Error ? error.message : error}`];
  }
  return pathsOf(manifest).flatMap((path) => (read.has(path) ? [] : [`${manifest.kind}: nobody knows ${path}`]));
}

/** The same values, with a note of each that is read. */
function watchReads(value: object): { readonly seen: object; readonly read: ReadonlySet<string> } {
  const read = new Set<string>();
  const wrap = (part: object, path: string): object =>
    new Proxy(part, {
      get: (target, key) => {
        const found: unknown = Reflect.get(target, key);
        if (typeof key === 'symbol') return found;
        read.add(`${path}.${key}`);
        return typeof found === 'object' && found !== null ? wrap(found, `${path}.${key}`) : found;
      },
    });
  return { seen: wrap(value, ''), read };
}

function pathsOf(value: unknown, path = ''): readonly string[] {
  if (typeof value !== 'object' || value === null) return [path];
  const below = Object.entries(value).flatMap(([key, part]) => pathsOf(part, `${path}.${key}`));
  return path === '' ? below : [path, ...below];
}
