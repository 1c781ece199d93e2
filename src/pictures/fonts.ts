import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FontMetrics } from './font-file.ts';
import { readFont } from './font-file.ts';
import type { Face, Faces } from './typeface.ts';

/** A face and the path of its file. */
export type FaceFile = Face & { readonly path: string };

/**
 * The bundled faces. A file is located through its package and read when its first character is needed, so that large
 * ones cost nothing until a name needs them. All have free licences: OFL 1.1, and Bitstream Vera's for DejaVu.
 */
export function createFaces(): { readonly faces: Faces; readonly files: readonly FaceFile[] } {
  const plain = face('Inter', 500, '@expo-google-fonts/inter/500Medium/Inter_500Medium.ttf');
  const strong = face('Inter', 600, '@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf');
  const emoji = face('Noto Emoji', 600, '@expo-google-fonts/noto-emoji/600SemiBold/NotoEmoji_600SemiBold.ttf');
  const fallbacks = [
    // Arabic, Hebrew, Armenian, Georgian, rare Latin and symbols.
    face('DejaVu Sans', 700, 'dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'),
    face(
      'Noto Sans Devanagari',
      600,
      '@expo-google-fonts/noto-sans-devanagari/600SemiBold/NotoSansDevanagari_600SemiBold.ttf',
    ),
    face('Noto Sans Thai', 600, '@expo-google-fonts/noto-sans-thai/600SemiBold/NotoSansThai_600SemiBold.ttf'),
    // Simplified and traditional Chinese, and Japanese. The package exports only its entry point; the files lie beside
    // it.
    face('Noto Sans S Chinese', 700, '@embedpdf/fonts-sc', '../fonts/NotoSansHans-Bold.otf'),
    face('NanumGothic', 700, '@expo-google-fonts/nanum-gothic/700Bold/NanumGothic_700Bold.ttf'),
  ];
  return { faces: { plain, strong, emoji, fallbacks }, files: [plain, strong, emoji, ...fallbacks] };
}

function face(family: string, weight: number, module: string, beside = ''): FaceFile {
  let metrics: FontMetrics | null = null;
  const path = fileURLToPath(new URL(beside, import.meta.resolve(module)));
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
