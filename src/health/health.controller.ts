import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Endpoint } from '../auth/access/endpoint.js';
import { described } from '../common/schemas/described.js';
import { unavailable } from '../common/problems/outages.js';
import { states } from './bounded-check.js';
import { HealthChecks } from './health-checks.js';

const checkState = described(
  'How one part is:',
  {
    up: 'It works.',
    degraded: 'It works, but needs attention.',
    down: 'It does not work, or did not answer within a second.',
  },
  { values: states },
).meta({ id: 'HealthState' });

const healthDto = z
  .object({
    status: described('How it is:', {
      ok: 'Everything works.',
      degraded: 'It works, but somebody should look at the checks.',
    }),
    checks: z
      .record(z.string(), checkState)
      .describe('How each part is that was looked at, by its name; parts may be added.'),
  })
  .meta({ id: 'Health', description: 'Whether the server does its work.' });

@ApiTags('Health')
@Controller('health')
export class HealthController {
  constructor(private readonly checks: HealthChecks) {}

  @Get('live')
  @Endpoint({
    permission: 'public',
    unlimited: true,
    sdkName: 'live',
    summary: 'Whether the process answers',
    description:
      'Looks at nothing else, so that a process is not restarted because its database is away. For a liveness probe; not rate limited.',
    returns: 'The process answers; `checks` is empty.',
    response: healthDto,
  })
  getLiveness(): z.output<typeof healthDto> {
    return { status: 'ok', checks: {} };
  }

  /**
   * Only the database decides: other failures affect every process alike, or do not stop the work.
   * @throws Problem `unavailable` while the database does not respond
   */
  @Get('ready')
  @Endpoint({
    permission: 'public',
    unlimited: true,
    sdkName: 'ready',
    summary: 'Whether it can do its work',
    description:
      'Only a database that does not answer makes it 503 `unavailable`; other trouble is `degraded`, with 200. For a load balancer’s probe; not rate limited.',
    returns: 'The state of each part that was looked at.',
    response: healthDto,
    errors: ['unavailable'],
  })
  async getReadiness(): Promise<z.output<typeof healthDto>> {
    const checks = await this.checks.states();
    if (checks.database === 'down') throw unavailable('The database does not answer.');
    const isWell = Object.values(checks).every((state) => state === 'up');
    return { status: isWell ? 'ok' : 'degraded', checks };
  }
}
