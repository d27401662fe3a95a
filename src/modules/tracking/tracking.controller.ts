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
    returns: 'The state of the order, its ETA and whom to ask.',
    description: 'The link itself is the permission. It ends 30 days after the order was finished.',
    response: trackingDto,
    errors: ['not_found'],
  })
  getTracking(@Param('token') token: string): Promise<TrackingDto> {
    return this.tracking.getTracking(token);
  }
}
