import type { FontMetrics } from './font-file.ts';

/** One weight of one font family, as the SVG names it. */
export type Face = FontMetrics & {
  readonly family: string;
  readonly weight: number;
};

/** The faces that a picture is set in. */
export type Faces = {
  /** For small print. */
  readonly plain: Face;
  /** For names, numbers and the title. */
  readonly strong: Face;
  readonly emoji: Face;
  /** Asked in order for what the two first cannot draw. */
  readonly fallbacks: readonly Face[];
};
