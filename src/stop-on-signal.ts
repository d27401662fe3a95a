/** Ctrl-C through npm reaches a process twice: from the terminal and from npm. */
const echoMilliseconds = 1_000;

/**
 * Runs `stop` once on the first SIGTERM, SIGINT or SIGHUP, then leaves: no new work, what is under way ends or is
 * handed back. A signal that comes later than an echo of the first leaves at once.
 */
export function stopOnSignal(stop: () => Promise<void>): void {
  let since: number | undefined;
  const onSignal = (signal: NodeJS.Signals) => {
    if (since !== undefined) {
      if (performance.now() - since > echoMilliseconds) process.exit(1);
      return;
    }
    since = performance.now();
    console.log(`${signal}: finishing what is under way`);
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, onSignal);
}
