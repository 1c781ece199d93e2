import type { AskedItem } from '../core/asked-item.ts';
import { htmlCode, htmlText } from '../core/html-text.ts';
import type { Option } from '../core/question.ts';
import type { Xml } from './xml.ts';
import { block, document, element, markup, text } from './xml.ts';

/** A file of the package, by its path within it. */
export type PackageFile = { readonly path: string; readonly text: string };

const namespaces = {
  item: 'http://www.imsglobal.org/xsd/imsqtiasi_v3p0',
  package: 'http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1',
} as const;

/**
 * Items as the files of a QTI 3.0 package (https://www.imsglobal.org/spec/qti/v3p0/impl): one file for each, in a folder of its
 * topic, with the question's title as its title, and a manifest that names them. Why an option is right or wrong is feedback that
 * is shown for it after the answer.
 */
export function qtiPackage(items: readonly AskedItem[]): readonly PackageFile[] {
  const files = items.map((asked) => ({ path: pathOf(asked), text: document(assessmentItem(asked)) }));
  const resources = items.map((asked) =>
    element(
      'resource',
      { identifier: `r.${identifierOf(asked)}`, type: 'imsqti_item_xmlv3p0', href: pathOf(asked) },
      element('file', { href: pathOf(asked) }),
    ),
  );
  const manifest = block(
    'manifest',
    { xmlns: namespaces.package, identifier: 'MANIFEST-QTI-1' },
    element('metadata', {}, element('schema', {}, text('QTI Package')), element('schemaversion', {}, text('3.0.0'))),
    element('organizations', {}),
    block('resources', {}, ...resources),
  );
  return [{ path: 'imsmanifest.xml', text: document(manifest) }, ...files];
}

/** `i.stride.output-size`: a letter first, and nothing that XML takes for more than a name. */
function identifierOf({ question, item }: AskedItem): string {
  return `i.${question.id}.${item.id}`;
}

function pathOf(asked: AskedItem): string {
  return `items/${asked.question.topic}/${identifierOf(asked)}.xml`;
}

function assessmentItem(asked: AskedItem): Xml {
  const { question, item } = asked;
  const right = item.options.findIndex(({ correct }) => correct);
  const attributes = { xmlns: namespaces.item, identifier: identifierOf(asked), title: question.title };
  return block(
    'qti-assessment-item',
    { ...attributes, adaptive: 'false', 'time-dependent': 'false' },
    declaration('qti-response-declaration', 'RESPONSE', 'identifier', {
      tag: 'qti-correct-response',
      value: choiceOf(right),
    }),
    declaration('qti-outcome-declaration', 'SCORE', 'float', { tag: 'qti-default-value', value: '0' }),
    declaration('qti-outcome-declaration', 'FEEDBACK', 'identifier'),
    body(asked),
    responseProcessing(),
    ...item.options.map(modalFeedback),
  );
}

function declaration(
  name: string,
  identifier: string,
  type: string,
  given?: { readonly tag: string; readonly value: string },
): Xml {
  const value = given === undefined ? [] : [element(given.tag, {}, element('qti-value', {}, text(given.value)))];
  return element(name, { identifier, cardinality: 'single', 'base-type': type }, ...value);
}

function body({ item }: AskedItem): Xml {
  const code = item.code === undefined ? [] : [markup(htmlCode(item.code))];
  return block(
    'qti-item-body',
    {},
    element('p', {}, markup(htmlText(item.stem))),
    ...code,
    block(
      'qti-choice-interaction',
      { 'response-identifier': 'RESPONSE', shuffle: 'true', 'max-choices': '1' },
      ...item.options.map(({ text: option }, place) =>
        element('qti-simple-choice', { identifier: choiceOf(place) }, markup(htmlText(option))),
      ),
    ),
  );
}

/** The score by what is right, and the feedback of what was chosen. */
function responseProcessing(): Xml {
  const response = element('qti-variable', { identifier: 'RESPONSE' });
  return block(
    'qti-response-processing',
    {},
    element('qti-set-outcome-value', { identifier: 'FEEDBACK' }, response),
    element(
      'qti-response-condition',
      {},
      element(
        'qti-response-if',
        {},
        element('qti-match', {}, response, element('qti-correct', { identifier: 'RESPONSE' })),
        element(
          'qti-set-outcome-value',
          { identifier: 'SCORE' },
          element('qti-base-value', { 'base-type': 'float' }, text('1')),
        ),
      ),
    ),
  );
}

function modalFeedback({ why }: Option, place: number): Xml {
  const attributes = { 'outcome-identifier': 'FEEDBACK', identifier: choiceOf(place), 'show-hide': 'show' };
  const content = element('qti-content-body', {}, element('p', {}, markup(htmlText(why))));
  return element('qti-modal-feedback', attributes, content);
}

function choiceOf(place: number): string {
  return 'ABCD'[place] ?? `choice-${place + 1}`;
}
