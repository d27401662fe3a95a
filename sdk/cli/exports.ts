import type { Download } from '../src/index.js';
import { UsageError } from './failures.js';
import { show } from './shown.js';
import type { Terminal } from './terminal.js';

export const exportOptions = {
  format: {
    type: 'string',
    choices: ['csv', 'xlsx', 'ndjson'],
    description: 'What kind of file; csv without it.',
  },
  output: {
    type: 'string',
    short: 'o',
    value: 'FILE',
    isFile: true,
    description: 'Where to write it; standard output without it.',
  },
} as const;

/** Writes a file to disk, or to standard output. */
export async function save(
  terminal: Terminal,
  { format, output }: { format?: string; output?: string },
  file: Download,
): Promise<void> {
  if (output !== undefined) {
    await file.toFile(output);
    if (terminal.isJson) return terminal.json({ file: output });
    return terminal.note(show`${show`✓`.styled('green')} Written to ${output}.`);
  }
  if (format === 'xlsx' && terminal.stdout.isTTY)
    throw new UsageError(show`A workbook is nothing for a terminal: --output orders.xlsx.`);
  await terminal.pipe(await file.stream());
}
