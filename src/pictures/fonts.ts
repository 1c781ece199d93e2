import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FontMetrics } from './font-file.ts';
import { readFont } from './font-file.ts';
import type { Face, Faces } from './typeface.ts';

/** A face and the path of its file. */
export type FaceFile = Face & { readonly path: string };

/**
 * The bundled faces; `fonts/README.md` says where each is from. A file is read when its first character is needed, so that
 * large ones cost nothing until a name needs them.
 */
export function createFaces(): { readonly faces: Faces; readonly files: readonly FaceFile[] } {
  const plain = face('Inter', 500, 'Inter-Medium.ttf');
  const strong = face('Inter', 600, 'Inter-SemiBold.ttf');
  const emoji = face('Noto Emoji', 600, 'NotoEmoji-SemiBold.ttf');
  const fallbacks = [
    // Arabic, Hebrew, Armenian, Georgian, rare Latin and symbols.
    face('DejaVu Sans', 700, 'DejaVuSans-Bold.ttf'),
    face('Noto Sans Devanagari', 600, 'NotoSansDevanagari-SemiBold.ttf'),
    face('Noto Sans Thai', 600, 'NotoSansThai-SemiBold.ttf'),
    // Simplified and traditional Chinese, and Japanese.
    face('Noto Sans S Chinese', 700, 'NotoSansHans-Bold.otf'),
    face('NanumGothic', 700, 'NanumGothic-Bold.ttf'),
  ];
  return { faces: { plain, strong, emoji, fallbacks }, files: [plain, strong, emoji, ...fallbacks] };
}

function face(family: string, weight: number, name: string): FaceFile {
  let metrics: FontMetrics | null = null;
  const path = fileURLToPath(new URL(`fonts/${name}`, import.meta.url));
  return {
    family,
    weight,
    path,
    advance: (codePoint) => {
      metrics ??= readFont(readFileSync(path));
      return metrics.advance(codePoint);
    },
  };
}
