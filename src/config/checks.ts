import { isIP } from 'node:net';
import { fewestToRest } from '../core/flag.ts';

/** What is wrong with a value, as what follows the variable's name: what must be true, and where to find the right value. */
export type Check = (value: string) => string | null;

/** Must match a pattern. */
export const matches =
  (pattern: RegExp, wrong: string): Check =>
  (value) =>
    pattern.test(value) ? null : wrong;

/** Is looked at where it is read. */
export const anything: Check = () => null;

/** An address of the web. */
export const url =
  (example: string): Check =>
  (value) =>
    /^https?:$/.test(URL.parse(value)?.protocol ?? '') ? null : `must be a web address such as ${example}`;

/** A switch. */
export const onOrOff = matches(/^(on|off)$/, 'must be on or off');

/** A port of TCP; 0 for any that is free. */
export const port: Check = (value) => {
  const number = Number(value);
  if (!Number.isFinite(number)) return 'must be a number from 0 to 65535';
  if (!Number.isInteger(number)) return 'must be a whole number';
  return number < 0 || number > 65_535 ? 'must be from 0 to 65535' : null;
};

/** Four numbers with dots are always an address, never a host name. */
export const hostName: Check = (value) => {
  const isName = /^[a-z\d]([a-z\d.-]*[a-z\d])?$/i.test(value) && !/^[\d.]+$/.test(value);
  if (isIP(value) !== 0 || isName) return null;
  return 'must be an address or a name of this machine; 127.0.0.1 for this machine alone, 0.0.0.0 for all';
};

/** What people write to: an email address, or a page with a form. */
export const contact: Check = (value) =>
  /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value) || url('')(value) === null
    ? null
    : 'must be an email address such as help@bot.example, or the address of a page';

/** One person must not be able to take an item away from all others. */
export const peopleToRest: Check = (value) =>
  /^\d{1,4}$/.test(value) && Number(value) >= fewestToRest
    ? null
    : `must be a whole number from ${fewestToRest} on, such as 3`;
