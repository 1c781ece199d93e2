import { strFromU8, unzipSync } from 'fflate';
import type { ReadItem } from './read-item.ts';
import type { Element } from './xml-reader.ts';
import { at, below, readXml, textOf } from './xml-reader.ts';

/** Reads a QTI 3.0 package: the items that its manifest names, in that order. */
export function readQtiPackage(bytes: Uint8Array): readonly ReadItem[] {
  const files = unzipSync(bytes);
  const file = (path: string) => readXml(strFromU8(files[path] ?? new Uint8Array()));
  return below(at(file('imsmanifest.xml'), 'resources'), 'resource').map((resource) => {
    const path = resource.attributes['href'] ?? '';
    if (at(resource, 'file').attributes['href'] !== path) throw new Error(`${path} is not among its own files.`);
    return readItem(path, file(path));
  });
}

function readItem(path: string, item: Element): ReadItem {
  const right = textOf(at(item, 'qti-response-declaration', 'qti-correct-response', 'qti-value'));
  const body = at(item, 'qti-item-body');
  const [code] = below(body, 'pre').map((block) => textOf(at(block, 'code')));
  return {
    key: (item.attributes['identifier'] ?? '').replace(/^i\./, '').replace('.', '#'),
    topic: path.split('/').at(-2) ?? '',
    title: item.attributes['title'] ?? '',
    stem: written(at(body, 'p')),
    ...(code === undefined ? {} : { code }),
    options: below(at(body, 'qti-choice-interaction'), 'qti-simple-choice').map((choice) => {
      const { identifier } = choice.attributes;
      const feedback = below(item, 'qti-modal-feedback').find(
        ({ attributes }) => attributes['identifier'] === identifier,
      );
      const why = feedback === undefined ? '' : written(at(feedback, 'qti-content-body', 'p'));
      return { text: written(choice), correct: identifier === right, why };
    }),
  };
}

/** Text with its code between back-ticks. */
function written({ children }: Element): string {
  return children.map((child) => (typeof child === 'string' ? child : `\`${textOf(child)}\``)).join('');
}
