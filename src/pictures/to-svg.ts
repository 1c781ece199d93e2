import type { Picture } from '../core/card.ts';
import { drawBoard } from './board.ts';
import { drawPodium } from './podium.ts';
import { drawProgress } from './progress.ts';
import type { Faces } from './typeface.ts';

/** The picture as an SVG document; pure, so that its layout can be checked without a renderer. */
export function toSvg(picture: Picture, faces: Faces): string {
  switch (picture.kind) {
    case 'podium':
      return drawPodium(picture, faces);
    case 'board':
      return drawBoard(picture, faces);
    case 'progress':
      return drawProgress(picture, faces);
  }
}
