import { scrollingSurface } from '../../../core/surface.ts';

export const terminal = scrollingSurface('terminal', false);
