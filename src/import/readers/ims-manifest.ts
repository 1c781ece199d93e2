import { posix } from 'node:path';
import type { XmlElement } from '../xml/xml-node.ts';
import { allWithin, childrenOf, textOf } from '../xml/xml-node.ts';
import { normalForm } from './qti-names.ts';

/** Who made something and what allows to use it; empty where nobody says. */
export type Rights = { readonly author: string; readonly licence: string };

/** A file that a package says has questions: its path within the archive, with `..` in front if that leads out of it. */
export type NamedFile = Rights & { readonly path: string };

/** The file that says what is in a package, at its root or in one folder; undefined where there is none. */
export function manifestIn(names: readonly string[]): string | undefined {
  const found = names.filter((name) => posix.basename(name).toLowerCase() === 'imsmanifest.xml');
  return found.toSorted((one, other) => one.length - other.length)[0];
}

/** The files with questions of QTI that a manifest in a folder names, in its order, each once. */
export function filesOfManifest(manifest: XmlElement, folder: string): readonly NamedFile[] {
  const normal = normalForm(manifest);
  const common = rightsIn(childrenOf(normal, 'metadata'));
  const resources = allWithin(normal, 'resource').filter(({ attributes }) => /imsqti/i.test(attributes['type'] ?? ''));
  const named = resources.map((resource): NamedFile => {
    const own = rightsIn(childrenOf(resource, 'metadata'));
    const files = childrenOf(resource, 'file').map(({ attributes }) => attributes['href'] ?? '');
    const href = resource.attributes['href'] ?? files.find((file) => file.endsWith('.xml')) ?? '';
    return {
      path: posix.join(folder, resource.attributes['base'] ?? '', decoded(href)),
      ...{ author: own.author || common.author, licence: own.licence || common.licence },
    };
  });
  return [...new Map(named.map((file) => [file.path, file])).values()].filter(({ path }) => path.endsWith('.xml'));
}

/** As learning object metadata (LOM) has them: visiting cards, and a description of the rights. */
function rightsIn(metadata: readonly XmlElement[]): Rights {
  const texts = (name: string) => metadata.flatMap((element) => allWithin(element, name)).map(textOf);
  const cards = [...texts('entity'), ...texts('vcard')].map(
    (card) => /(?:^|\n)\s*FN[^:\n]*:(.*)/i.exec(card)?.[1] ?? '',
  );
  const rights = metadata.flatMap((element) => allWithin(element, 'rights'));
  const described = rights.flatMap((element) => allWithin(element, 'description')).map((text) => textOf(text).trim());
  return {
    author: [...new Set(cards.map((name) => name.trim()))].filter((name) => name !== '').join(', '),
    licence: described.find((text) => text !== '') ?? '',
  };
}

function decoded(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}
