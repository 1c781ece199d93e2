import { frontMatterOf } from '../../src/bank/front-matter.ts';
import { topics } from '../core/command-of.ts';

/** The fields of question files in a bank with the topics of the tests. */
export const schema = frontMatterOf(topics.map(({ id }) => id));
