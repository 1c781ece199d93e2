import { parentPort } from 'node:worker_threads';
import { Resvg } from '@resvg/resvg-js';
import type { Picture } from '../core/card.ts';
import { createFaces } from './fonts.ts';
import { toSvg } from './to-svg.ts';

/** The painter's thread: receives a picture, returns its PNG. An error ends the thread with that error. */

const { faces, files } = createFaces();

parentPort?.on('message', (picture: Picture) => {
  const svg = toSvg(picture, faces);
  const fontFiles = files.filter(({ family }) => svg.includes(`"${family}"`)).map(({ path }) => path);
  const font = { loadSystemFonts: false, fontFiles, defaultFontFamily: faces.strong.family };
  parentPort?.postMessage(new Uint8Array(new Resvg(svg, { font, logLevel: 'off' }).render().asPng()));
});
