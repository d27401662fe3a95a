/** A streak of good answers is this long, in time and number, before a server counts as well again. */
const streakMilliseconds = 1_000;
const streakAnswers = 20;

/** What callers may see while something is broken; anything else is a finding. */
export const usualKinds = ['done', 'unavailable', 'refused', 'reset', 'waiting'];

/** Every answer of a scenario, and what was wrong with some. */
export class Ledger {
  answers = [];
  /** Text → how often, and the first examples. */
  findings = new Map();

  constructor(allowed = usualKinds) {
    this.allowed = new Set(allowed);
  }

  /** Notes what became of a piece of work and judges it. */
  note(work, answer) {
    const { headers, ...told } = answer;
    this.answers.push({ ...told, work, body: undefined, closes: headers?.connection === 'close' });
    if (!this.allowed.has(answer.kind)) this.finding(nameOf(answer), `${work}: ${answer.detail}`);
    else if (answer.status >= 500) this.judgeRefusal(work, answer);
    return answer;
  }

  judgeRefusal(work, { status, headers, code }) {
    if (!code) this.finding(`${status} without a problem body`, work);
    if (status === 503 && !headers['retry-after'])
      this.finding('503 without Retry-After', `${work}: ${code}`);
  }

  finding(text, example = '') {
    const found = this.findings.get(text) ?? { count: 0, examples: new Set() };
    found.count += 1;
    if (found.examples.size < 3) found.examples.add(example);
    this.findings.set(text, found);
  }

  count(...kinds) {
    return this.answers.filter(({ kind }) => kinds.includes(kind)).length;
  }

  /** Seconds of the slowest single request of a kind of work. */
  slowest(work) {
    return this.answers
      .filter((answer) => answer.work === work)
      .reduce((most, { sentAt, endedAt }) => Math.max(most, (endedAt - sentAt) / 1000), 0);
  }

  /** Seconds from a moment until the first streak of nothing but good answers began; undefined while there is none. */
  secondsUntilWell(from) {
    let streak = [];
    for (const { endedAt, kind, work } of this.answers) {
      if (endedAt < from || work === 'ready') continue;
      if (kind === 'done') streak.push(endedAt);
      else streak = [];
      if (streak.length >= streakAnswers && endedAt - streak[0] >= streakMilliseconds)
        return (streak[0] - from) / 1000;
    }
    return undefined;
  }
}

function nameOf({ kind, status, code }) {
  if (kind === 'hang') return 'hang';
  return status ? `${status} ${code ?? ''}`.trim() : kind;
}
