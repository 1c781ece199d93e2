import type { Surface } from '../../../core/surface.ts';

/** A terminal scrolls: nothing is too long for it. Only addresses that are not web pages are removed. */
export const terminal: Surface = {
  name: 'terminal',
  title: 1000,
  node: Number.POSITIVE_INFINITY,
  total: Number.POSITIVE_INFINITY,
  nodes: Number.POSITIVE_INFINITY,
  url: 3000,
  table: { count: 100, rows: 1000, columns: 100 },
  fields: { count: 100, name: 1000, value: 10_000 },
  image: { count: 100, alt: 1000 },
  pictures: false,
  actions: { count: 100, label: 200, id: 200 },
  size: () => 0,
  length: (text) => text.length,
};
