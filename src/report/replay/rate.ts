/** Comments on a hundred merges, to one decimal. */
export function perHundred({ comments, merges }: { comments: number; merges: number }): number {
  return Math.round((comments / merges) * 1000) / 10;
}
