/**
 * Converts a timestamp as PostgreSQL prints it (`2026-03-02 09:30:00.12+00`) to RFC 3339 in UTC, to the
 * millisecond.
 */
export function toTimestamp(printed: string): string;
export function toTimestamp(printed: string | null): string | null;
export function toTimestamp(printed: string | null): string | null {
  if (printed === null) return null;
  if (!printed.endsWith('+00') || printed.length > 26) return new Date(printed).toISOString();
  const milliseconds = printed.slice(20, -3).padEnd(3, '0');
  return `${printed.slice(0, 10)}T${printed.slice(11, 19)}.${milliseconds}Z`;
}
