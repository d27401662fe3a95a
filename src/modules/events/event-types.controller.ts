import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Endpoint } from '../../auth/access/endpoint.js';
import { eventTypeList, eventTypes } from './event-types.dto.js';

@ApiTags('Events')
@Controller('v1/event-types')
export class EventTypesController {
  @Get()
  @Endpoint({
    permission: 'events:read',
    sdkName: 'listTypes',
    summary: 'List the types of events',
    description: 'What each means and carries in `data`, in the feed, on streams and in webhooks alike.',
    returns: 'Every type of event.',
    response: eventTypeList,
  })
  listEventTypes() {
    return eventTypes;
  }
}
