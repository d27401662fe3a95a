/** A pattern for `like` that matches every text which contains `part` as it stands. */
export function containing(part: string): string {
  return `%${part.replace(/[\\%_]/g, '\\$&')}%`;
}
