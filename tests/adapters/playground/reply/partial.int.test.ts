import { describe, expect, it } from 'vitest';
import { fakeSearch } from '../../../app/look-up/fake-search.ts';
import { openClient } from '../client.ts';
import { usePlayground } from '../use-playground.ts';

const search = fakeSearch({ 'autoencoder not learning <identity>': ['partial', 'autoencoder', 'stride'] });
const { address } = usePlayground({ searchOf: () => search });

describe('a partial answer on the page', () => {
  it('offers what there is, and gives way to what is opened', async () => {
    const ada = await openClient(address());
    await ada.type('/pytorch autoencoder not learning <identity>');
    const page = await ada.page();
    expect(page).toContain('I know part of this');
    expect(page).toContain('“autoencoder not learning &lt;identity&gt;”');
    await ada.press('choose:autoencoder');
    const opened = await ada.page();
    expect(opened).not.toContain('I know part of this');
    expect(opened).toContain('<h2>What is an autoencoder?</h2>');
  });
});

describe('a slash with a misspelt command', () => {
  it('is told which command was meant', async () => {
    const ada = await openClient(address());
    await ada.type('/quizz 5');
    expect(await ada.page()).toContain('Did you mean <button type="button" class="command" data-try="/quiz 5"');
  });
});
