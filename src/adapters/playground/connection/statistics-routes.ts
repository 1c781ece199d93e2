import { Hono } from 'hono';
import { figuresCsv } from '../../../app/practice/item-figures.ts';
import type { ItemStatistics } from '../../../app/practice/item-statistics.ts';
import { bankNameOf } from '../../../core/bank-name.ts';
import type { Site } from '../pages/site.ts';
import { statisticsPage } from '../pages/statistics-page.ts';

/** How people answered the items of a bank: a page, and the same as a file. They name nobody. `site`: of the bank with a name. */
export function createStatisticsRoutes(statistics: ItemStatistics, site: (bank: string) => Site): Hono {
  const app = new Hono();
  const of = async (bank: string) => (await statistics()).filter(({ question }) => bankNameOf(question.id) === bank);
  /** By the name of a bank that there is; the default one's for any other. */
  const named = (asked: string | undefined) => site(asked ?? '').subject.bank ?? '';

  app.get('/statistics', async (context) => {
    const bank = named(context.req.query('bank'));
    context.header('x-robots-tag', 'noindex');
    const file = bank === '' ? '/statistics/items.csv' : `/statistics/items.csv?bank=${bank}`;
    return context.html(statisticsPage(await of(bank), file, site(bank)));
  });

  app.get('/statistics/items.csv', async (context) => {
    context.header('x-robots-tag', 'noindex');
    return context.body(figuresCsv(await of(named(context.req.query('bank')))), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="items.csv"',
    });
  });
  return app;
}
