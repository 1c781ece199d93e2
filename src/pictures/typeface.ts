import type { FontMetrics } from './font-file.ts';

/** One weight of one font family, as the SVG names it. */
export type Face = FontMetrics & {
  readonly family: string;
  readonly weight: number;
};

/** The faces used in a picture. */
export type Faces = {
  /** For small print. */
  readonly plain: Face;
  /** For names, numbers and the title. */
  readonly strong: Face;
  readonly emoji: Face;
  /** Fallbacks, in order, for what the first two cannot draw. */
  readonly fallbacks: readonly Face[];
};
