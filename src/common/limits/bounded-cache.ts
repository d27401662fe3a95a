/** Caches up to `limit` results and then starts empty again, so that no file can make it grow. */
export function boundedCache<T>(limit: number): (key: string, make: () => T) => T {
  const answers = new Map<string, T>();
  return (key, make) => {
    const known = answers.get(key);
    if (known !== undefined) return known;
    const made = make();
    if (answers.size >= limit) answers.clear();
    answers.set(key, made);
    return made;
  };
}
