import { describe, expect, it } from 'vitest';
import { openClient } from '../client.ts';
import { usePlayground } from '../use-playground.ts';

const { address } = usePlayground();

describe('what somebody types', () => {
  it('is answered in private when it is a command', async () => {
    const [ada, alan] = [await openClient(address()), await openClient(address())];
    expect(await ada.type('/pytorch what is stride')).toBe(204);
    const page = await ada.page();
    expect(page).toContain('What is stride in a convolution?');
    expect(page).toContain('Only you can see this');
    expect(page).toContain('<span class="hljs-keyword">import</span>');
    expect(await alan.page()).not.toContain('<h2>What is stride in a convolution?</h2>');
  });

  it('may leave out /pytorch before the words of a command', async () => {
    const ada = await openClient(address());
    await ada.type('/topics');
    expect(await ada.page()).toContain('<h2>Topics</h2>');
  });

  it('is for everybody when it has no slash, and is not looked up', async () => {
    const [ada, alan] = [await openClient(address()), await openClient(address())];
    await ada.type('what about padding then');
    expect(await alan.page()).toContain('what about padding then');
    expect(await ada.page()).not.toContain('What is padding in a convolution');
  });

  it('reaches the bot by a mention, which everybody sees', async () => {
    const [ada, alan] = [await openClient(address()), await openClient(address())];
    await ada.type('@bot what is autograd', 'study-group');
    expect(await ada.page('/study-group')).toContain('Only you can see this');
    const other = await alan.page('/study-group');
    expect(other).toContain('@bot what is autograd');
    expect(other).not.toContain('Only you can see this');
  });

  it('needs neither slash nor mention in the conversation with the bot, which is nobody else’s', async () => {
    const [ada, alan] = [await openClient(address()), await openClient(address())];
    await ada.type('what is stride', 'direct');
    const page = await ada.page('/direct');
    expect(page).toContain('What is stride in a convolution?');
    expect(page).not.toContain('Only you can see this');
    expect(await alan.page('/direct')).not.toContain('<h2>What is stride in a convolution?</h2>');
  });

  it('is told to be no command when it is none', async () => {
    const ada = await openClient(address());
    await ada.type('/dance');
    expect(await ada.page()).toContain('There is no <code>/dance</code>');
  });

  it('offers the closest questions when the bot is not sure, and opens one in place', async () => {
    const ada = await openClient(address());
    await ada.type('/pytorch memory problems');
    expect(await ada.page()).toContain('I am not sure');
    await ada.press(/^choose:/);
    expect(await ada.page()).not.toContain('I am not sure');
  });
});

describe('a private reply', () => {
  it('can be dismissed by whom it is for, and by nobody else', async () => {
    const [ada, alan] = [await openClient(address()), await openClient(address())];
    await ada.type('/help');
    const message = /hx-vals="\{&quot;message&quot;:&quot;(\d+)&quot;\}"/.exec(await ada.page())?.[1] ?? '';
    expect((await alan.post(`${alan.base}/dismiss`, { message })).status).toBe(404);
    expect((await ada.post(`${ada.base}/dismiss`, { message })).status).toBe(204);
    expect(await ada.page()).not.toContain('Only you can see this');
  });

  it('has buttons that nobody else can press', async () => {
    const [ada, alan] = [await openClient(address()), await openClient(address())];
    await ada.type('/help');
    const message = /hx-vals="\{&quot;message&quot;:&quot;(\d+)&quot;\}"/.exec(await ada.page())?.[1] ?? '';
    expect((await alan.post(`${alan.base}/press`, { message, button: 'show:stride' })).status).toBe(404);
  });

  it('becomes everybody’s by its button', async () => {
    const [ada, alan] = [await openClient(address()), await openClient(address())];
    await ada.type('/pytorch what is autograd', 'study-group');
    await ada.press(/^share:/, '/study-group');
    expect(await alan.page('/study-group')).toContain('Shared by');
  });
});

describe('suggestions', () => {
  const suggest = async (typed: string, channel = 'general') => {
    const { base } = await openClient(address());
    return (await fetch(`${address()}${base}/${channel}/suggestions?text=${encodeURIComponent(typed)}`)).text();
  };

  it('complete commands, questions and time zones', async () => {
    expect(await suggest('/qu')).toContain('data-text="/quiz 5"');
    expect(await suggest('/pytorch strid')).toContain('data-text="/pytorch What is stride in a convolution?"');
    expect(await suggest('/daily on 09:00 berl')).toContain('data-text="/daily on 09:00 zone:Europe/Berlin "');
  });

  it('are questions at once where every word is for the bot, and nothing among people', async () => {
    expect(await suggest('strid', 'direct')).toContain('What is stride');
    expect(await suggest('strid')).toBe('');
  });
});

describe('a player', () => {
  it('is another one in every tab, with a name that can be changed', async () => {
    const [ada, alan] = [await openClient(address()), await openClient(address())];
    expect(ada.base).not.toBe(alan.base);
    await ada.post(`${ada.base}/name`, { name: '  Ada   Lovelace ' });
    await ada.type('hello from me');
    expect(await alan.page()).toContain('<b>Ada Lovelace</b>');
  });

  it('keeps its name when the new one is blank, and is told so', async () => {
    const ada = await openClient(address());
    await ada.post(`${ada.base}/name`, { name: 'Ada Lovelace' });
    for (const name of ['', '  ', '\u200b\u00ad']) {
      const refused = await ada.post(`${ada.base}/name`, { name });
      expect([refused.status, await refused.text()]).toEqual([
        422,
        'A name cannot be blank, so yours stays as it was.',
      ]);
    }
    expect(await ada.page()).toContain('value="Ada Lovelace"');
  });

  it('whose address nobody knows is shown to the entrance', async () => {
    const response = await fetch(`${address()}/p/nobody/general`, { redirect: 'manual' });
    expect([response.status, response.headers.get('location')]).toEqual([303, '/']);
  });
});
