import { describe, expect, it } from 'vitest';
import { openClient } from '../client.ts';
import { usePlayground } from '../use-playground.ts';

const { address } = usePlayground();

describe('a daily question without a time zone', () => {
  const own = () => ({ origin: address(), 'sec-fetch-site': 'same-origin' });

  it('comes by the clocks of the browser, which says them with each request', async () => {
    const ada = await openClient(address());
    const headers = { ...own(), 'time-zone': 'America/Winnipeg' };
    await ada.post(`${ada.base}/general/messages`, { text: '/daily on 09:00 weekdays' }, headers);
    expect(await ada.page()).toContain('09:00 America/Winnipeg, Monday to Friday');
  });

  it('is asked for where the browser says nothing, or nonsense; one press finishes it', async () => {
    const ada = await openClient(address());
    const headers = { ...own(), 'time-zone': `<b>${'x'.repeat(3000)}` };
    await ada.post(`${ada.base}/study-group/messages`, { text: '/daily on 0930' }, headers);
    expect(await ada.page('/study-group')).toContain('Which time zone?');
    expect(await ada.press(/^zone:.*:Asia\/Tokyo$/, '/study-group')).toBe(204);
    const page = await ada.page('/study-group');
    expect(page).toContain('09:30 Asia/Tokyo, every day');
    expect(page).not.toContain('Which time zone?');
  });
});
