const columns = [
  ['scenario', ({ scenario }) => scenario.title],
  ['requests', ({ world }) => world.ledger.answers.length],
  ['2xx', ({ world }) => world.ledger.count('done')],
  ['503', ({ world }) => world.ledger.count('unavailable')],
  ['507', ({ world }) => world.ledger.count('full')],
  ['refused', ({ world }) => world.ledger.count('refused')],
  ['reset', ({ world }) => world.ledger.count('reset')],
  ['401', ({ world }) => world.ledger.count('unauthorized')],
  ['500', ({ world }) => world.ledger.count('broken')],
  ['hang', ({ world }) => world.ledger.count('hang')],
  ['other', ({ world }) => world.ledger.count('odd', 'waiting')],
  ['lost', ({ world }) => world.tally?.lost ?? '?'],
  ['twice', ({ world }) => world.tally?.twice ?? '?'],
  ['well after s', ({ world }) => middleAndMost(world.well)],
  ['stopped in s', ({ world }) => middleAndMost(world.stops)],
  ['died', ({ world }) => world.server.unasked.length],
];

/** One line for each scenario: numbers, then under them whatever was not allowed. */
export function table(results) {
  const played = results.filter(({ world }) => world);
  const cells = [
    columns.map(([title]) => title),
    ...played.map((result) => columns.map(([, value]) => String(value(result)))),
  ];
  const widths = columns.map((_, column) => Math.max(...cells.map((row) => row[column].length)));
  return cells
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column])))
        .join('  '),
    )
    .join('\n');
}

export function findingsOf({ scenario, world }) {
  return [...world.ledger.findings].map(([text, { count, examples }]) => {
    const shown = [...examples].filter(Boolean).join('; ');
    return `  ${scenario.name}: ${text} × ${count}${shown && `  (${shown})`}`;
  });
}

function middleAndMost(seconds) {
  if (seconds.length === 0) return '–';
  const sorted = seconds.toSorted((a, b) => a - b);
  return [sorted[sorted.length >> 1], sorted.at(-1)]
    .map((value) => (Number.isFinite(value) ? value.toFixed(1) : 'never'))
    .join(' / ');
}
