import { describe, expect, it } from 'vitest';
import { zip } from '../../src/export/zip.ts';
import { readXmlPackage } from '../../src/import/readers/xml-package.ts';
import { candidatesOf, readArchive, saidOf } from './read-archive.ts';

const item = (identifier: string) => `<assessmentItem identifier="${identifier}"><itemBody><p>${identifier}?</p>
  <choiceInteraction responseIdentifier="R"><simpleChoice identifier="A">a</simpleChoice></choiceInteraction></itemBody></assessmentItem>`;

const manifest = (resources: string) => `<manifest xmlns:lom="x"><metadata><lom:lom>
  <lom:lifeCycle><lom:contribute><lom:entity>BEGIN:VCARD\nFN:Ada Example\nEND:VCARD</lom:entity></lom:contribute></lom:lifeCycle>
  <lom:rights><lom:description><lom:string>CC BY 4.0</lom:string></lom:description></lom:rights></lom:lom></metadata>
  <resources>${resources}</resources></manifest>`;

const resource = (href: string, own = '') =>
  `<resource type="imsqti_item_xmlv2p1" href="${href}">${own}<file href="${href}"/></resource>`;

const read = (files: Record<string, string>) =>
  readArchive(readXmlPackage, zip(Object.entries(files).map(([path, text]) => ({ path, text }))));

describe('a package of QTI', () => {
  it('is read in the order of its manifest, in a folder or not, with author and licence', async () => {
    const own = '<metadata><lom:rights><lom:description>All rights reserved.</lom:description></lom:rights></metadata>';
    const entries = await read({
      'my test/a b.xml': item('first'),
      'my test/c.xml': item('second'),
      'my test/imsmanifest.xml': manifest(resource('c.xml') + resource('a%20b.xml', own)),
    });
    expect(candidatesOf(entries)).toMatchObject([
      { id: 'second', place: 'my test/c.xml, line 1', author: 'Ada Example', licence: 'CC BY 4.0' },
      { id: 'first', place: 'my test/a b.xml, line 1', author: 'Ada Example', licence: 'All rights reserved.' },
    ]);
    expect(saidOf(entries)).toEqual([]);
  });

  it('says which files are missing, outside or broken, and takes the others', async () => {
    const named = ['../../out.xml', 'gone.xml', 'broken.xml', 'a.xml'].map((href) => resource(href)).join('');
    const entries = await read({
      'imsmanifest.xml': manifest(named),
      'broken.xml': '<assessmentItem>',
      ...{ 'a.xml': item('named'), 'unnamed.xml': item('unnamed') },
    });
    expect(candidatesOf(entries)).toMatchObject([{ id: 'named' }, { id: 'unnamed', author: '', licence: '' }]);
    expect(saidOf(entries)).toEqual([
      '../../out.xml: It is outside of the package, and is not read.',
      'gone.xml: The manifest names it, and it is not there.',
      expect.stringMatching(/^broken\.xml: It is no whole XML/),
    ]);
  });
});
