/** How often a fuzzer, or a property that takes long, tries: the usual number, which takes less than a second, or as often as FUZZ_RUNS says. */
export function runs(usual: number): { readonly numRuns: number } {
  const asked = Number(process.env['FUZZ_RUNS'] ?? '');
  return { numRuns: asked > 0 ? asked : usual };
}
