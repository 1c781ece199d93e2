import type { Log } from '../../../app/ports.ts';
import { setBounded } from '../../../core/bounded-map.ts';
import type { Card, Picture } from '../../../core/card.ts';

/** Draws a picture as PNG; may reject. */
export type DrawPicture = (picture: Picture) => Promise<Uint8Array>;

/** Number of drawings that are cached. */
const kept = 50;

/** The picture of a card, by the index of its node, drawn once; null if there is none or it cannot be drawn. */
export type Pictures = (card: Card | null, place: number) => Promise<Uint8Array | null>;

export function createPictures(drawPicture: DrawPicture, log: Log): Pictures {
  const drawn = new Map<string, Promise<Uint8Array | null>>();
  return async (card, place) => {
    const node = card?.body[place];
    if (node?.kind !== 'picture') return null;
    const key = JSON.stringify(node.picture);
    const known = drawn.get(key);
    if (known !== undefined) return known;
    const drawing = drawPicture(node.picture).catch((error: unknown) => {
      log.warn({ err: error }, 'A picture could not be drawn.');
      drawn.delete(key);
      return null;
    });
    setBounded(drawn, key, drawing, kept);
    return drawing;
  };
}
