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
