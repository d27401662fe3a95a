import type { Download } from '../src/index.js';
import { UsageError } from './failures.js';
import { marks, show } from './shown.js';
import type { Terminal } from './terminal.js';

const formats = ['csv', 'xlsx', 'ndjson'] as const;
type Format = (typeof formats)[number];

export const exportOptions = {
  format: {
    type: 'string',
    choices: formats,
    description: 'What kind of file; by the ending of --output, or csv, without it.',
  },
  output: {
    type: 'string',
    short: 'o',
    value: 'FILE',
    isFile: true,
    description: 'Where to write it; standard output without it, or by -.',
  },
} as const;

/** Writes a file to disk, or to standard output, where `--json` makes it lines of JSON. */
export async function save(
  terminal: Terminal,
  given: { format?: string; output?: string },
  file: (format: Format | undefined) => Download,
): Promise<void> {
  const { output = '-' } = given;
  const format = given.format as Format | undefined;
  if (output !== '-') {
    await file(format ?? formats.find((one) => output.toLowerCase().endsWith(`.${one}`))).toFile(output);
    if (terminal.isJson) return terminal.json({ file: output });
    return terminal.note(show`${marks.good} Written to ${output}.`);
  }
  if (terminal.isJson && format && format !== 'ndjson')
    throw new UsageError(show`--json and --format ${format} do not go together without --output FILE.`);
  if (format === 'xlsx' && terminal.stdout.isTTY)
    throw new UsageError(show`A workbook is nothing for a terminal: --output orders.xlsx.`);
  await terminal.pipe(await file(terminal.isJson ? 'ndjson' : format).stream());
}
