import type { Filled } from '../../../src/app/ports.ts';

/** A question that breaks no rule of the bank, as it is filled into the form; its author wants no name. */
export const expanding = {
  question: 'What does `x.expand(3, 4)` copy?',
  options: [
    'Nothing: the result reads the same memory',
    'Only the rows that were missing from it all -- it makes no rows, it repeats the one that is there',
    'Only the columns that were not there -- it never makes columns either',
    'All of it, into memory of its own now -- that is what `repeat` does',
  ].join('\n'),
  why: 'A stride of 0 reads one element again and again. https://docs.pytorch.org/docs/stable/generated/torch.Tensor.expand.html',
  topic: 'tensors',
  name: 'no',
} as const satisfies Filled;
