import { run } from './main.js';
import { Terminal } from './terminal.js';

/** The process of the command: its streams, its signals and its exit status. */
const stop = new AbortController();
for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stop.abort());
// Whoever reads may have had enough: `waybill orders export | head`.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

const terminal = new Terminal(process.stdin, process.stdout, process.stderr, process.env);
process.exitCode = await run(process.argv.slice(2), terminal, stop.signal);
