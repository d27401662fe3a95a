import { limitsOf, queueNames, type QueueLimits } from './job-map.js';

const caseOf = (limit: keyof QueueLimits) =>
  `case queue ${queueNames.map((queue) => `when '${queue}' then ${limitsOf(queue)[limit]}`).join(' ')} end`;

const holders = (holder: 'tenant' | 'team', limit: keyof QueueLimits) => `
  select queue, ${holder} as holder from jobs where state in ('handed', 'running') and ${holder} is not null
   group by queue, ${holder} having count(*) >= ${caseOf(limit)}`;

/** A CTE of those who have as many jobs under way as their queue lets a tenant, or a team, have. */
export const busyHoldersCte = `busy_holders as materialized (
  ${holders('tenant', 'perTenant')} union all ${holders('team', 'perTeam')})`;

/** Whether a job `j` waits for nothing but other work of its own tenant or team; needs {@link busyHoldersCte}. */
export const isHeldBack = `(j.state = 'waiting' and (
  (j.queue, j.tenant) in (select queue, holder from busy_holders)
  or (j.queue, coalesce(j.team, j.tenant)) in (select queue, holder from busy_holders)))`;
