/** Reads what Node's `--cpu-prof` wrote. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Threads that did less than this share of the window are left out. */
const leastShare = 0.1;
const waiting = new Set(['(idle)', '(root)', '(program)']);

/**
 * The frames of each thread that was busy in the window, most first: microseconds of a frame's own (`self`) and with
 * all that it calls (`whole`).
 * @param window `from` and `to`: microseconds of the monotonic clock
 */
export async function profilesIn(folder, { from, to }) {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.cpuprofile'));
  const read = async (name) => framesOf(JSON.parse(await readFile(join(folder, name), 'utf8')), from, to);
  const threads = await Promise.all(names.map(read));
  return threads.filter(({ busy }) => busy > leastShare * (to - from)).toSorted((a, b) => b.busy - a.busy);
}

function framesOf({ nodes, samples, timeDeltas, startTime }, from, to) {
  const nodeOf = new Map(nodes.map((node) => [node.id, node]));
  const callerOf = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])));
  const [self, whole] = [new Map(), new Map()];
  let busy = 0;
  let now = startTime;
  samples.forEach((sample, index) => {
    const taken = timeDeltas[index];
    now += taken;
    if (now < from || now > to) return;
    const frame = nameOf(nodeOf.get(sample));
    if (waiting.has(frame.split(' ')[0])) return;
    busy += taken;
    add(self, frame, taken);
    const stack = new Set();
    for (let id = sample; id !== undefined; id = callerOf.get(id)) stack.add(nameOf(nodeOf.get(id)));
    for (const one of stack) add(whole, one, taken);
  });
  return {
    busy,
    self: sorted(self),
    whole: sorted(whole).filter(({ frame }) => !frame.startsWith('(root)')),
  };
}

/** The function, and the last two parts of its file's path. */
function nameOf({ callFrame: { functionName, url, lineNumber } }) {
  const place = url ? ` ${url.split('/').slice(-2).join('/')}:${lineNumber + 1}` : '';
  return `${functionName || '(anonymous)'}${place}`;
}

function add(sums, key, value) {
  sums.set(key, (sums.get(key) ?? 0) + value);
}

function sorted(sums) {
  return [...sums].map(([frame, micros]) => ({ frame, micros })).toSorted((a, b) => b.micros - a.micros);
}
