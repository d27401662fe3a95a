import { exits } from './exits.js';
import { run } from './main.js';
import { Terminal } from './terminal.js';

/** The process of the command: its streams, its signals and its exit status. */
const stop = new AbortController();
for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stop.abort());
for (const stream of [process.stdout, process.stderr])
  stream.on('error', ({ code }: NodeJS.ErrnoException) => {
    // Whoever reads may have had enough: `waybill orders export | head`.
    if (code === 'EPIPE') process.exit(exits.good);
    if (stream === process.stdout) process.stderr.write(`✗ The result cannot be written (${code}).\n`);
    process.exit(exits.failed);
  });

const terminal = new Terminal(process.stdin, process.stdout, process.stderr, process.env);
process.exitCode = await run(process.argv.slice(2), terminal, stop.signal);
