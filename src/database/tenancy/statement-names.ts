/** Names for prepared statements by their text and, since plans depend on it, the audience whose role they run as. */
export function statementNames(prefix: string): (text: string, audience?: string) => string {
  const names = new Map<string, string>();
  return (text, audience = '') => {
    const key = `${audience} ${text}`;
    let name = names.get(key);
    if (!name) names.set(key, (name = `${prefix}_${names.size}`));
    return name;
  };
}

/**
 * The same for texts that callers compose, of which there is no end: no more names than `most`, so that connections keep
 * no more statements prepared. The text that was asked for longest ago gives its name up to a new one.
 */
export function latestNames(prefix: string, most: number): (text: string, audience: string) => string {
  const names = new Map<string, string>();
  return (text, audience) => {
    const key = `${audience} ${text}`;
    const name = names.get(key) ?? (names.size < most ? `${prefix}_${names.size}` : oldest(names));
    names.delete(key);
    names.set(key, name);
    return name;
  };
}

/** Takes the first name out. */
function oldest(names: Map<string, string>): string {
  const [text, name] = names.entries().next().value!;
  names.delete(text);
  return name;
}
