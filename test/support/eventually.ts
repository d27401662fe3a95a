/** Asks again until there is an answer, for at most 20 seconds. */
export async function eventually<T>(ask: () => T | undefined | Promise<T | undefined>): Promise<T> {
  for (let waited = 0; waited < 20_000; waited += 50) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('It did not happen within 20 seconds');
}
