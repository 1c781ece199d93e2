import { describe, expect, it } from 'vitest';
import { Fault } from '../../src/core/fault.ts';
import { toFault } from '../../src/storage/fault-of.ts';

const of = (properties: object, message = 'it failed') => {
  const fault = toFault(Object.assign(new Error(message), properties));
  return fault instanceof Fault ? fault : null;
};

describe('the fault for an error of the database', () => {
  it('says which server cannot be reached and why, and promises nothing at the start', () => {
    const refused = of({ code: 'ECONNREFUSED', address: '127.0.0.1', port: 5432 });
    expect(refused?.message).toBe('The database server at 127.0.0.1:5432 cannot be reached (ECONNREFUSED).');
    expect(refused?.hint).toMatch(/DATABASE_URL.*must be started again/);
    const unknown = of({ code: 'ENOTFOUND', hostname: 'db.invalid' });
    expect(unknown?.message).toBe('The database server at db.invalid cannot be reached (ENOTFOUND).');
    expect(of({}, 'Connection terminated')?.message).toBe('The database server cannot be reached.');
    const both = toFault(
      new AggregateError([Object.assign(new Error('x'), { code: 'ECONNREFUSED', address: '::1', port: 1 })]),
    );
    expect(both).toHaveProperty('message', 'The database server at [::1]:1 cannot be reached (ECONNREFUSED).');
  });

  it('names the variable where a file cannot be opened, and the folder that cannot be made', () => {
    expect(of({ errcode: 14 })?.hint).toContain('DATABASE_URL');
    expect(toFault(Object.assign(new Error('x'), { errcode: 14 }), '/data/bot.sqlite')).toHaveProperty(
      'message',
      'The database file /data/bot.sqlite cannot be opened for writing.',
    );
    const folder = of({ code: 'EACCES', syscall: 'mkdir', path: '/data/bot' });
    expect(folder?.message).toBe('The database cannot be kept at /data/bot (EACCES).');
    expect(folder?.hint).toContain('DATABASE_URL');
  });

  it('hands back what is no error of the database', () => {
    const other = new Error('else');
    expect(toFault(other)).toBe(other);
    expect(toFault('text')).toBe('text');
  });
});
