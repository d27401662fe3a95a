/** Asks again until there is an answer, for at most so many seconds. */
export async function eventually<T>(
  ask: () => T | undefined | Promise<T | undefined>,
  seconds = 20,
): Promise<T> {
  for (let waited = 0; waited < seconds * 1000; waited += 50) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`It did not happen within ${seconds} seconds`);
}
