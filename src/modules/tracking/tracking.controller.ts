import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Endpoint } from '../../auth/access/endpoint.js';
import { trackingDto, type TrackingDto } from './tracking.dto.js';
import { TrackingService } from './tracking.service.js';

@ApiTags('Tracking')
@Controller('v1/tracking')
export class TrackingController {
  constructor(private readonly tracking: TrackingService) {}

  @Get(':token')
  @Header('cache-control', 'no-store')
  @Endpoint({
    permission: 'public',
    summary: 'What the recipient sees of an order',
    description:
      'The link itself is the permission. It works once the order is submitted, until 30 days after the order was finished. Of other recipients it tells only how many stops come before.',
    returns: 'The order as its recipient may see it.',
    response: trackingDto,
    errors: ['not_found'],
  })
  getTracking(@Param('token') token: string): Promise<TrackingDto> {
    return this.tracking.getTracking(token);
  }
}
