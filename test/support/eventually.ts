/** Asks again and again until there is an answer; gives up after twenty seconds. */
export async function eventually<T>(ask: () => T | undefined | Promise<T | undefined>): Promise<T> {
  const deadline = Date.now() + 20_000;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > deadline) throw new Error('Nothing came in twenty seconds');
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
