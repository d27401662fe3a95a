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
  ['died', ({ world }) => world.unasked.length],
];

const effects = (name) => [
  `${name}: expected / seen`,
  ({ world: { tally } }) => (tally ? `${tally[name].expected} / ${tally[name].seen}` : '?'),
];

const fleetColumns = [
  ['two API processes, two workers', ({ scenario }) => scenario.title],
  ['submits/s', ({ world }) => world.reached?.toFixed(0) ?? '?'],
  ['requests', ({ world }) => world.ledger.answers.length],
  ['2xx', ({ world }) => world.ledger.count('done')],
  ['slowest s', ({ world }) => world.ledger.slowest('submit').toFixed(2)],
  ['with retries s', ({ world }) => Math.max(0, ...world.submits.values()).toFixed(2)],
  effects('submits'),
  effects('webhooks'),
  effects('rows'),
  ['lost', ({ world }) => world.tally?.lost ?? '?'],
  ['twice', ({ world }) => world.tally?.twice ?? '?'],
  ['repeats', ({ world }) => world.tally?.webhooks.repeats ?? '?'],
  ['stopped in s', ({ world }) => middleAndMost(world.stops)],
  ['died', ({ world }) => world.unasked.length],
];

/** A table of each kind of scenario that was played, one line for each. */
export function tables(results) {
  const counted = results.filter(({ scenario, world }) => world && !scenario.isOwnShow);
  const { false: alone = [], true: fleet = [] } = Object.groupBy(counted, ({ scenario }) =>
    Boolean(scenario.isFleet),
  );
  return [table(alone, columns), table(fleet, fleetColumns)].filter(Boolean).join('\n\n');
}

function table(played, columns) {
  if (played.length === 0) return '';
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

/** What was not allowed, a line for each kind. */
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
