import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Endpoint } from '../auth/endpoint.js';
import { problem } from '../common/problems.js';
import { SystemSql } from '../database/system-sql.js';

const healthDto = z
  .object({ status: z.enum(['ok', 'degraded']), checks: z.record(z.string(), z.enum(['up', 'down'])) })
  .meta({ id: 'Health' });

@ApiTags('Health')
@Controller('health')
export class HealthController {
  constructor(private readonly sql: SystemSql) {}

  @Get('live')
  @Endpoint({
    permission: 'public',
    unlimited: true,
    summary: 'Whether the process answers',
    response: healthDto,
  })
  getLiveness(): z.output<typeof healthDto> {
    return { status: 'ok', checks: {} };
  }

  /** @throws Problem `unavailable` while the database cannot be reached */
  @Get('ready')
  @Endpoint({
    permission: 'public',
    unlimited: true,
    summary: 'Whether it can do its work',
    response: healthDto,
    errors: ['unavailable'],
  })
  async getReadiness(): Promise<z.output<typeof healthDto>> {
    await this.sql.query('ready', 'select 1').catch(() => {
      throw problem('unavailable', 'The database does not answer.', undefined, { 'retry-after': '2' });
    });
    return { status: 'ok', checks: { database: 'up' } };
  }
}
