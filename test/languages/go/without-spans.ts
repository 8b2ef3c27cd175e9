/** A tree without its positions, to compare what it says and not where it stands. */
export function withoutSpans(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(withoutSpans);
  if (typeof part !== "object" || part === null) return part;
  const { start: _start, end: _end, line: _line, ...rest } = part as Record<string, unknown>;
  return Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, withoutSpans(value)]));
}
