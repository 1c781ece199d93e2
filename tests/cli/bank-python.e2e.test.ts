import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findReleases } from '../../src/bank/python.ts';
import { runCommand } from './run-command.ts';
import type { Finished } from './run-program.ts';
import { stubRelease, tinyBank } from './tiny-bank.ts';

/** Whether this machine has the library itself. */
const isInstalled = await findReleases([]).then(
  () => true,
  () => false,
);

let directory = '';
const releases = { old: '', now: '' };

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'python-'));
  releases.old = await stubRelease(join(directory, 'old'), '2.6.0');
  releases.now = await stubRelease(join(directory, 'now'), '2.13.0', true);
});

afterAll(() => rm(directory, { recursive: true }));

const block = (code: string, output: string, marks = '') =>
  `\`\`\`python run${marks}\n${code}\n\`\`\`\n\n\`\`\`output\n${output}\n\`\`\``;

let banks = 0;

/** Runs a command of `bank` on a bank of one question. */
async function run(command: readonly string[], answer: string, more = '') {
  banks += 1;
  const bank = await tinyBank(join(directory, `bank-${banks}`), `It is.\n\n${answer}`, more);
  return runCommand(['bank', ...command], { BANK_DIR: bank });
}

const both = () => ['--python', releases.old, '--python', releases.now];

const tells = 'import torch\nprint(torch.__version__)';

describe('snippets on several Pythons', () => {
  it('differ where they do, and each release is at fault for itself', async () => {
    const { code, stdout, stderr } = await run(['snippets', ...both()], block(tells, '2.13.0'));
    expect(code).toBe(1);
    expect(stdout).toMatch(/PyTorch 2\.6\.0 .*: ran 1 of 1 .*\nPyTorch 2\.13\.0 .*: ran 1 of 1 /);
    expect(stdout).toMatch(
      /1 snippet differs.*\nsnippet +2\.6\.0 +2\.13\.0\ntiny\/question\.md:\d+ answer +prints 2\.6\.0 +as written\n/,
    );
    expect(stderr).toMatch(/^1 fault:\ntiny\/question\.md:\d+ answer: It printed\n {4}2\.6\.0\n/);
  });

  it('of a release that the file does not vouch for are told and no fault', async () => {
    const { code, stdout, stderr } = await run(['snippets', ...both()], block(tells, '2.13.0'), 'min_torch: "2.10"\n');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/prints 2\.6\.0 \(outside its bounds\) +as written/);
  });

  it('that do the same everywhere are told so', async () => {
    const { code, stdout } = await run(['snippets', ...both()], block('print(1)', '1'));
    expect([code, stdout]).toEqual([0, expect.stringMatching(/\nNothing differs between them\.\n$/)]);
  });

  it('are not run by one that has not the library', async () => {
    const { code, stderr } = await run(['snippets', '--python', '/nowhere/python'], block('print(1)', '1'));
    expect([code, stderr]).toEqual([expect.any(Number), expect.stringContaining('/nowhere/python is no Python with')]);
    expect(code).not.toBe(0);
  });
});

describe('a snippet that needs a GPU', () => {
  it('is run where there is one, and counted as skipped elsewhere', async () => {
    const answer = block('print(1)', '2', ' gpu');
    const without = await run(['snippets', '--python', releases.old], answer);
    expect([without.code, without.stderr]).toEqual([0, '']);
    expect(without.stdout).toMatch(/skipped tiny\/question\.md:\d+: needs a GPU\n.*ran 0 of 1 .*, skipped 1\./);
    const beside = await run(['snippets', '--python', releases.now], answer);
    expect([beside.code, beside.stderr]).toEqual([1, expect.stringContaining('It printed\n    1\n')]);
  });
});

describe('a snippet that needs several processes', () => {
  it('is a script file of its own, told where they meet, and fails at its own line', async () => {
    const code = 'import os\nprint(os.environ["MASTER_ADDR"], os.path.basename(__file__))\nraise ValueError("no")';
    const { stdout, stderr } = await run(['snippets', '--python', releases.old], block(code, 'x', ' processes'));
    expect(stdout).toContain('1 in processes of their own');
    expect(stderr).toMatch(/question\.md:23 answer: It fails with ValueError: no\./);
    const right = block(code.replace(/\nraise.*/, ''), '127.0.0.1 snippet.py', ' processes');
    expect(await run(['snippets', '--python', releases.old], right)).toMatchObject({ code: 0, stderr: '' });
  });

  it('must not warn', async () => {
    const code = 'import warnings\nwarnings.warn("old")\nprint(1)';
    const { stderr } = await run(['snippets', '--python', releases.old], block(code, '1', ' processes'));
    expect(stderr).toContain('It fails with UserWarning: old.');
  });

  it.runIf(isInstalled)('adds up a tensor of each over loopback', async () => {
    const code = `import torch
import torch.distributed as dist
import torch.multiprocessing as mp

def work(rank):
    dist.init_process_group("gloo", rank=rank, world_size=2)
    total = torch.tensor([rank + 1.0])
    dist.all_reduce(total)
    if rank == 0:
        print(total)
    dist.destroy_process_group()

if __name__ == "__main__":
    mp.spawn(work, nprocs=2)`;
    const finished = await run(['snippets'], block(code, 'tensor([3.])', ' processes'));
    expect(finished).toMatchObject({ code: 0, stderr: '' });
  });
});

// Every run loads the library, which takes seconds: one about what is wrong, and one about what is right.
describe.runIf(isInstalled)('verify-api', () => {
  const mark = '# no such name: nn.SumPool2d\n';

  const wrong = createRun(() => {
    const answer = `Use \`torch.optim.Adamm\`, \`x.detatch()\` or \`F.softmax(x, dim=0)\`. There is \`nn.AvgPool2d\`.

\`nn.Conv2d(1, 2, 3, pading=1)\` pads, and \`bias=False\` is the default.`;
    return run(['verify-api'], answer, mark);
  });

  const right = createRun(() => {
    const answer = `There is no \`nn.SumPool2d\`.

\`F.dropout(x)\` has \`training=True\` by default; \`t.detach().cpu().numpy()\`, \`nn.Linear(d, 1).weight\`,
\`torch.utils.data.DataLoader(ds, batch_size=4)\`, \`x.sum(dim=0, keepdim=True)\`, \`torch.zeros(2, dtype=torch.int8)\`,
\`torch.mean(x, axis=0)\`. In Keras \`bias=False\` is the default of \`nn.Linear\`. And so are
 \`opt.param_groups\`, \`model.head(x.T)\`, \`torch.utils.benchmark.Timer\`.

\`\`\`python
import numpy as np
x = np.ones(2)
model.head = x.copy()
torch.linalg.lstsq(a, b).solution
\`\`\``;
    return run(['verify-api'], answer, mark);
  });

  it('names what does not exist, and parameters and defaults that are otherwise', async () => {
    const { code, stdout, stderr } = await wrong();
    expect(code).toBe(1);
    expect(stdout).toMatch(/looked at 5 names, 2 calls and 1 default in 1 question\./);
    const said = stderr
      .split('\n')
      .map((line) => /answer: (There is no .*?\.) (.*?):|answer: (The default.*)/.exec(line));
    expect(said.flatMap((match) => (match === null ? [] : [match[3] ?? `${match[1]} ${match[2]}`]))).toEqual([
      'There is no torch.optim.Adamm. The nearest is torch.optim.Adam',
      'There is no x.detatch. The nearest is x.detach',
      'There is no nn.Conv2d(pading). The nearest is padding',
      'The default of bias of nn.Conv2d is not False. It is True.',
    ]);
  });

  it('lets a question name what is missing on purpose', async () => {
    expect((await right()).stdout).toContain('1 name is missing on purpose.');
    expect((await wrong()).stderr).toContain('nn.SumPool2d is marked as missing');
  });

  it('raises no alarm at what is right in many ways', async () => {
    expect(await right()).toMatchObject({ code: 0, stderr: '' });
  });
});

/** Runs at the first call, and gives the same every time. */
function createRun(begin: () => Promise<Finished>): () => Promise<Finished> {
  let finished: Promise<Finished> | null = null;
  return () => {
    finished ??= begin();
    return finished;
  };
}
