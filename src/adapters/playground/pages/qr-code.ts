import { html, raw } from 'hono/html';
import encodeQR from 'qr';
import type { Markup } from '../cards/markup.ts';

/** Light modules around the code; ISO/IEC 18004 wants four. */
const quietZone = 4;

/** A QR code that leads to an address, as a picture with these words. */
export function qrCode(address: string, words: string): Markup {
  // The library writes numbers and names of its own into the picture, and nothing of the address.
  const picture = raw(encodeQR(address, 'svg', { ecc: 'medium', border: quietZone }));
  return html`<div class="qr" role="img" aria-label="${words}">${picture}</div>`;
}
