import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Endpoint } from '../../auth/access/endpoint.js';
import { IdPipe } from '../../common/http/id.pipe.js';
import { stopDto, type StopDto } from '../stops/stops.dto.js';
import { createAttemptBody, type CreateAttempt } from './attempts.dto.js';
import { AttemptsService } from './attempts.service.js';

@ApiTags('Stops')
@Controller('v1/stops')
export class AttemptsController {
  constructor(private readonly attempts: AttemptsService) {}

  @Post(':id/attempts')
  @Endpoint({
    permission: 'stops:write',
    summary: 'Record how a visit to a stop ended',
    description:
      'The first attempt finishes the stop and moves the ETAs of those behind it. A later one corrects it. One that is older than the last, or is sent again, is kept and changes nothing. Before the route starts the answer is `stop_not_out_for_delivery`. A `delivered_…` state without the required photo, signature or name is `proof_missing`.',
    returns: 'The stop as it is after the attempt.',
    response: stopDto,
    etag: true,
    status: 201,
    location: '/v1/stops',
    errors: ['not_found', 'stop_not_out_for_delivery', 'proof_missing'],
  })
  recordAttempt(
    @Param('id', IdPipe) id: string,
    @Body({ schema: createAttemptBody }) body: CreateAttempt,
  ): Promise<StopDto> {
    return this.attempts.recordAttempt(id, body);
  }
}
