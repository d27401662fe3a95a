import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Endpoint } from '../../auth/access/endpoint.js';
import { IdPipe } from '../../common/http/id.pipe.js';
import { StopMovesService } from './stop-moves.service.js';
import { StopReadsService } from './stop-reads.service.js';
import {
  createStopBody,
  returnStopBody,
  stopDto,
  stopPage,
  stopQuery,
  updateStopBody,
  type CreateStop,
  type ReturnStop,
  type StopDto,
  type StopQuery,
  type UpdateStop,
} from './stops.dto.js';
import { StopsService } from './stops.service.js';

@ApiTags('Stops')
@Controller('v1/stops')
export class StopsController {
  constructor(
    private readonly reads: StopReadsService,
    private readonly stops: StopsService,
    private readonly moves: StopMovesService,
  ) {}

  @Get()
  @Endpoint({
    permission: 'stops:read',
    summary: 'List stops; `assigned=false` are the unassigned ones',
    description: 'Every submitted order of every client, and your own stops; never a client’s drafts.',
    returns: 'A page of stops.',
    response: stopPage,
    errors: ['cursor_invalid', 'cursor_mismatch'],
  })
  listStops(@Query({ schema: stopQuery }) query: StopQuery) {
    return this.reads.listStops(query);
  }

  @Post()
  @Endpoint({
    permission: 'stops:write',
    summary: 'Add a stop, for a client or for nobody',
    description:
      'Goes straight to the unassigned stops of its depot. One with a client shows in that client’s portal, whether it may upload or not.',
    returns: 'The new stop, unassigned.',
    response: stopDto,
    etag: true,
    status: 201,
    errors: ['not_found', 'client_archived', 'external_id_taken'],
  })
  createStop(@Body({ schema: createStopBody }) body: CreateStop): Promise<StopDto> {
    return this.stops.createStop(body);
  }

  @Get(':id')
  @Endpoint({
    permission: 'stops:read',
    summary: 'Get a stop',
    description: 'It has the id of its order, and `internalNotes`, which clients never see.',
    returns: 'The stop as it is now.',
    response: stopDto,
    etag: true,
    errors: ['not_found'],
  })
  getStop(@Param('id', IdPipe) id: string): Promise<StopDto> {
    return this.reads.getStop(id);
  }

  @Patch(':id')
  @Endpoint({
    permission: 'stops:write',
    summary: 'Change a stop: its client, depot, address or notes',
    returns: 'The stop as it is now.',
    description: 'Everything of your own stops; of an order that a client submitted only these.',
    response: stopDto,
    etag: true,
    errors: ['not_found', 'stop_not_editable', 'client_archived', 'external_id_taken', 'stale_version'],
  })
  updateStop(
    @Param('id', IdPipe) id: string,
    @Body({ schema: updateStopBody }) body: UpdateStop,
  ): Promise<StopDto> {
    return this.stops.updateStop(id, body);
  }

  @Delete(':id')
  @Endpoint({
    permission: 'stops:write',
    summary: 'Delete an unassigned stop',
    description: 'A stop on a route has to be taken off it first.',
    returns: 'The stop is gone.',
    errors: ['not_found', 'order_on_route', 'stale_version'],
  })
  deleteStop(@Param('id', IdPipe) id: string): Promise<void> {
    return this.stops.deleteStop(id);
  }

  @Post(':id/reschedule')
  @Endpoint({
    permission: 'stops:write',
    summary: 'Take a failed stop back among the unassigned ones',
    description: 'Its attempts stay on the timeline.',
    returns: 'The stop, unassigned again.',
    response: stopDto,
    etag: true,
    errors: ['not_found', 'stop_not_reschedulable'],
  })
  rescheduleStop(@Param('id', IdPipe) id: string): Promise<StopDto> {
    return this.moves.rescheduleStop(id);
  }

  @Post(':id/return')
  @Endpoint({
    permission: 'stops:write',
    summary: 'Return an unassigned stop to its client, as a draft with the reason',
    description:
      'The client reads the reason on the order’s timeline, can correct the order and submit it again.',
    returns: 'The order is the client’s draft again.',
    errors: ['not_found', 'order_on_route', 'stop_not_returnable'],
  })
  returnStop(
    @Param('id', IdPipe) id: string,
    @Body({ schema: returnStopBody }) { reason }: ReturnStop,
  ): Promise<void> {
    return this.moves.returnStop(id, reason);
  }
}
