/** Processor time, which other work on the machine changes less than it changes rates. Linux only. */
import { readdirSync, readFileSync } from 'node:fs';

const ticksPerSecond = 100;

/** Fields of a process from its state on, as in proc(5); undefined when it has ended. */
function statOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ');
  } catch {
    return undefined;
  }
}

/** Seconds of a process, of which the system's are part; `ended` adds its children that are gone. */
export function secondsOf(pid, { ended = false } = {}) {
  const fields = statOf(pid) ?? [];
  const used = fields.slice(11, ended ? 15 : 13).reduce((sum, ticks) => sum + Number(ticks), 0);
  return used / ticksPerSecond;
}

/** Seconds of a process and of all below it that run. */
export function treeSecondsOf(pid) {
  const children = readdirSync('/proc').filter(
    (other) => /^\d+$/.test(other) && statOf(other)?.[1] === `${pid}`,
  );
  return children.reduce((sum, child) => sum + treeSecondsOf(child), secondsOf(pid, { ended: true }));
}

/** Seconds of a whole PostgreSQL server on this machine, 0 for one elsewhere. */
export async function databaseSeconds(sql) {
  const { rows } = await sql.query('select pg_backend_pid() as pid');
  const server = statOf(rows[0].pid)?.[1];
  if (!server) return 0;
  const backends = readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && statOf(pid)?.[1] === server);
  return backends.reduce((sum, pid) => sum + secondsOf(pid), secondsOf(server, { ended: true }));
}
