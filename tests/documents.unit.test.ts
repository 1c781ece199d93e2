import { existsSync } from 'node:fs';
import { glob, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const { scripts } = JSON.parse(await readFile('package.json', 'utf8'));
const paths = await Array.fromAsync(glob(['*.md', 'docs/*.md', 'examples/*.md', 'findings/*.md']));
const documents = await Promise.all(
  paths.map(async (path) => {
    const text = await readFile(path, 'utf8');
    return { path, text, prose: text.replaceAll(/^```[\s\S]*?^```$/gm, '') };
  }),
);

/** A heading as GitHub names it in an address. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(/\s/g, '-');

const anchorsIn = (text: string) => [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading));

describe('the documents', () => {
  it('name commands that there are', () => {
    expect(documents.length).toBeGreaterThan(6);
    const named = documents.flatMap(({ path, text }) =>
      [...text.matchAll(/\bnpm run (?:--silent )?([a-z][\w:-]*)/g)].map(([, script = '']) => ({ path, script })),
    );
    expect(named.length).toBeGreaterThan(30);
    expect(named.filter(({ script }) => !Object.hasOwn(scripts, script))).toEqual([]);
  });

  it('name files and folders that there are', () => {
    const named = documents.flatMap(({ path, text }) =>
      [...text.matchAll(/`((?:src|tests|docs|data|examples|bench|findings|\.ci)\/[^\s`*{}<…]*)`/g)].map(
        ([, file = '']) => ({
          path,
          file,
        }),
      ),
    );
    expect(named.length).toBeGreaterThan(40);
    expect(named.filter(({ file }) => !existsSync(file))).toEqual([]);
  });

  it('link to pages and headings that there are', () => {
    const links = documents.flatMap(({ path, prose }) =>
      [...prose.matchAll(/\]\((?!\w+:)([^)\s#]*)(?:#([^)\s]*))?\)/g)].map(([, target = '', anchor = '']) => ({
        path,
        target: target === '' ? path : join(dirname(path), target),
        anchor,
      })),
    );
    expect(links.length).toBeGreaterThan(25);
    const broken = links.filter(({ target, anchor }) => {
      if (!existsSync(target)) return true;
      const page = documents.find(({ path }) => path === target);
      return anchor !== '' && !(page !== undefined && anchorsIn(page.prose).includes(anchor));
    });
    expect(broken).toEqual([]);
  });
});
