import type { Surface } from '../../../core/surface.ts';
import { scrollingSurface } from '../../../core/surface.ts';

/** With options that are pressed themselves; with pictures, where they can be drawn. */
export function playgroundSurface(pictures: boolean): Surface {
  return { ...scrollingSurface('playground', pictures), tiles: true, own: true };
}
