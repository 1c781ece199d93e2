import { describe, expect, it } from 'vitest';
import { parseDays } from '../../../src/core/command/days.ts';
import { parseTime } from '../../../src/core/command/time-of-day.ts';

describe('parseTime', () => {
  it.each([
    ['9', 9, 0],
    ['09:00', 9, 0],
    ['0:05', 0, 5],
    ['9.30', 9, 30],
    ['21h30', 21, 30],
    ['9h', 9, 0],
    ['9am', 9, 0],
    ['9:30 PM', 21, 30],
    ['12am', 0, 0],
    ['12 p.m.', 12, 0],
    ['noon', 12, 0],
    ['midnight', 0, 0],
    ['23:59', 23, 59],
    ['0900', 9, 0],
    ['930', 9, 30],
    ['2130', 21, 30],
    ['0930pm', 21, 30],
    ['９：００', 9, 0],
    ['２１：３０', 21, 30],
    ['9h30', 9, 30],
    ['9,30', 9, 30],
    ['18:00h', 18, 0],
  ])('reads %j', (text, hour, minute) => {
    expect(parseTime(text)).toEqual({ hour, minute });
  });

  it.each(['', '24:00', '25:00', '9:60', '13pm', '0am', '9:5', '-1', '2400', '0960', '12345', 'nine', '9:00:30', '٩'])(
    'finds no time in %j',
    (text) => {
      expect(parseTime(text)).toBeNull();
    },
  );
});

describe('parseDays', () => {
  it.each([
    ['weekdays', [1, 2, 3, 4, 5]],
    ['Weekends', [6, 7]],
    ['every day', [1, 2, 3, 4, 5, 6, 7]],
    ['every weekday', [1, 2, 3, 4, 5]],
    ['each monday', [1]],
    ['from Monday to Friday', [1, 2, 3, 4, 5]],
    ['monday until wednesday', [1, 2, 3]],
    ['mon – thu', [1, 2, 3, 4]],
    ['mon, wed and fri', [1, 3, 5]],
    ['fri, mon  WED', [1, 3, 5]],
    ['mon-thu', [1, 2, 3, 4]],
    ['sat-mon', [1, 6, 7]],
    ['Tuesdays,tue', [2]],
    ['weekdays,sat', [1, 2, 3, 4, 5, 6]],
  ])('reads %j', (text, days) => {
    expect(parseDays(text)).toEqual(days);
  });

  it.each([
    '',
    ',',
    'mon,xyz',
    'mon-',
    'mon-tue-wed',
    'someday',
    '1',
    'every',
    'to',
    'from monday',
    'monday to',
    'and',
  ])('finds no days in %j', (text) => {
    expect(parseDays(text)).toBeNull();
  });
});
