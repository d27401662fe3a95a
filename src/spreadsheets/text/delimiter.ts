const DELIMITERS = [',', ';', '\t', '|'] as const;

/** The delimiter between the cells of a text file. */
export type Delimiter = (typeof DELIMITERS)[number];

const SAMPLE_RECORDS = 200;
const SEPARATOR_HINT = /^sep=([,;\t|])(?:\r\n|\r|\n|$)/i;

/** Excel's first line `sep=;`, which is not a row. */
export function separatorHint(text: string): { delimiter: Delimiter; length: number } | null {
  const match = SEPARATOR_HINT.exec(text);
  const delimiter = DELIMITERS.find((candidate) => candidate === match?.[1]);
  return match && delimiter ? { delimiter, length: match[0].length } : null;
}

/**
 * Guesses the delimiter from the start of a text: the one that splits most records into the same number of
 * cells, weighted by that number. Delimiters inside quotes do not count. One that is missing in the first record
 * with delimiters counts half: it is punctuation inside cells, or the file has a title.
 */
export function detectDelimiter(text: string): Delimiter {
  const records = countPerRecord(text);
  const first = records.find((counts) => counts.some((count) => count > 0));
  let best: Delimiter = ',';
  let bestScore = 0;
  for (const [index, delimiter] of DELIMITERS.entries()) {
    const score = consistency(records.map((counts) => counts[index] ?? 0)) * (first?.[index] ? 1 : 0.5);
    if (score > bestScore) [best, bestScore] = [delimiter, score];
  }
  return best;
}

function consistency(counts: readonly number[]): number {
  const frequency = new Map<number, number>();
  for (const count of counts) frequency.set(count, (frequency.get(count) ?? 0) + 1);
  let best = 0;
  for (const [count, times] of frequency)
    best = Math.max(best, (times / counts.length) * Math.log2(1 + count));
  return best;
}

function countPerRecord(text: string): number[][] {
  const records: number[][] = [];
  let counts = DELIMITERS.map(() => 0);
  let start = 0;
  let atCellStart = true;
  let quoted = false;
  const finish = (end: number): void => {
    if (text.slice(start, end).trim() !== '') records.push(counts);
    counts = DELIMITERS.map(() => 0);
    start = end + 1;
  };
  for (let i = 0; i < text.length && records.length < SAMPLE_RECORDS; i += 1) {
    const character = text.charAt(i);
    if (character === '"') {
      if (quoted) quoted = false;
      // A quote right after a closing one is a doubled quote: the cell continues.
      else quoted = atCellStart || text.charAt(i - 1) === '"';
      atCellStart = false;
      continue;
    }
    if (quoted) continue;
    const index = DELIMITERS.findIndex((delimiter) => delimiter === character);
    if (index !== -1) counts[index] = (counts[index] ?? 0) + 1;
    if (character === '\n' || character === '\r') finish(i);
    atCellStart = index !== -1 || character === '\n' || character === '\r';
  }
  if (records.length === 0) finish(text.length);
  return records;
}
