/**
 * Checks whether the time of a rejected sign-in reveals that an e-mail exists: known and unknown e-mails in turn, each
 * from its own address, so that no wait applies. Prints medians and the p of a rank test (Mann-Whitney).
 * `node bench/sign-in.mjs` after `npm run build`; `SAMPLES` of each kind, default 300.
 */
import { v7 as uuidv7 } from 'uuid';
import { howMany } from './support/arguments.mjs';
import { hashPassword } from '../build/auth/identity/passwords.js';
import { median, openStage } from './support/stage.mjs';

const samples = howMany(process.env.SAMPLES, 300);
const stage = await openStage();
try {
  const url = await stage.serve('dist/main.js', { TRUST_PROXY: 'true' });
  const emails = Array.from({ length: samples }, (_, n) => `known-${n}@example.org`);
  await stage.sql.query(
    `insert into users (id, email, name, password_hash, password_changed_at, created_at, updated_at)
     select id, email, 'Ada Park', $3, now(), now(), now() from unnest($1::uuid[], $2::text[]) as u (id, email)`,
    [emails.map(() => uuidv7()), emails, await hashPassword('plum tractor sings at noon')],
  );
  const times = { known: [], unknown: [] };
  let visitor = 0;
  for (let n = -20; n < samples; n++) {
    const kinds = n % 2 === 0 ? ['known', 'unknown'] : ['unknown', 'known'];
    for (const kind of kinds) {
      const email = n < 0 ? `warm${n}-${kind}@example.org` : `${kind}-${n}@example.org`;
      const took = await refusedSignIn(url, email, ++visitor);
      // The first ones are warm-up.
      if (n >= 0) times[kind].push(took);
    }
  }
  for (const [kind, list] of Object.entries(times))
    console.log(`${kind} e-mail: median ${median(list).toFixed(2)} ms of ${list.length}`);
  console.log(`rank test: p = ${rankTest(times.known, times.unknown).toFixed(3)}`);
} finally {
  await stage.close();
}

async function refusedSignIn(url, email, visitor) {
  const address = `10.0.${visitor >> 8}.${visitor & 255}`;
  const started = performance.now();
  const response = await fetch(`${url}/v1/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
    body: JSON.stringify({ email, password: 'not the password at all' }),
  });
  await response.arrayBuffer();
  if (response.status !== 401) throw new Error(`${email} was answered ${response.status}`);
  return performance.now() - started;
}

/** Two-sided p of the Mann-Whitney U test by its normal approximation; ties share their rank. */
function rankTest(a, b) {
  const all = [...a.map((value) => ({ value, first: true })), ...b.map((value) => ({ value, first: false }))];
  all.sort((left, right) => left.value - right.value);
  let rankSum = 0;
  for (let start = 0; start < all.length;) {
    let end = start;
    while (end < all.length && all[end].value === all[start].value) end++;
    const rank = (start + 1 + end) / 2;
    rankSum += all.slice(start, end).filter(({ first }) => first).length * rank;
    start = end;
  }
  const u = rankSum - (a.length * (a.length + 1)) / 2;
  const mean = (a.length * b.length) / 2;
  const deviation = Math.sqrt((a.length * b.length * (a.length + b.length + 1)) / 12);
  const z = Math.abs(u - mean) / deviation;
  return 2 * (1 - normal(z));
}

/** The normal distribution up to z, by Abramowitz and Stegun 26.2.17. */
function normal(z) {
  const t = 1 / (1 + 0.2316419 * z);
  const poly =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return 1 - (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * poly;
}
