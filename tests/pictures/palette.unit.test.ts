import { describe, expect, it } from 'vitest';
import { palette, rankColour } from '../../src/pictures/palette.ts';

/** Relative luminance of `#rrggbb` as WCAG 2.2 defines it. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

describe('every colour of words', () => {
  const colours = [palette.text, palette.muted, ...[1, 2, 3, 4].map(rankColour)];

  it.each(colours)('%s stands out from the panel and from a step', (colour) => {
    expect(contrast(colour, palette.panel)).toBeGreaterThan(4.5);
    expect(contrast(colour, palette.step)).toBeGreaterThan(4.5);
  });

  it('is its own for each medal', () => {
    expect(new Set([1, 2, 3, 4].map(rankColour)).size).toBe(4);
    expect(rankColour(40)).toBe(rankColour(4));
  });
});

describe('the bar', () => {
  it('stands out from its track as a sign must, 3:1', () => {
    expect(contrast(palette.accent, palette.track)).toBeGreaterThan(3);
  });
});
