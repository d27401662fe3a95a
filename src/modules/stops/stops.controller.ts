import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Caller } from '../../auth/access/caller.js';
import { Endpoint } from '../../auth/access/endpoint.js';
import type { Principal } from '../../auth/access/principal.js';
import { IdPipe } from '../../common/http/id.pipe.js';
import { createClientBody, type CreateClient } from '../invitations/invitations.dto.js';
import { StopClientsService } from './stop-clients.service.js';
import { StopMovesService } from './stop-moves.service.js';
import { StopReadsService } from './stop-reads.service.js';
import {
  createStopBody,
  returnStopBody,
  stopDto,
  sparseStop,
  sparseStopPage,
  stopFieldsQuery,
  stopPage,
  stopQuery,
  stopWithInvitationDto,
  updateStopBody,
  type CreateStop,
  type ReturnStop,
  type StopDto,
  type StopFieldsQuery,
  type StopQuery,
  type StopWithInvitationDto,
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
    private readonly clients: StopClientsService,
  ) {}

  @Get()
  @Endpoint({
    permission: 'stops:read',
    summary: 'List stops; `assigned=false` are the unassigned ones',
    description:
      'Everything that was submitted inside the organization, never a client’s drafts. With `near` the nearest come first, unless `sort` says otherwise.',
    returns: 'One page of stops, newest first, nearest first with `near`, or as `sort` says.',
    response: stopPage,
    sparse: sparseStopPage,
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
      'It is unassigned at once, without a draft. With `clientCode` or `clientId` that client sees it in its portal with live status, even if it may not upload orders itself. An unknown `clientCode` is `validation_failed`, an archived client `client_archived`.',
    returns: 'The new stop.',
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
    description: 'The same order, under the same id, that its client sees, with `internalNotes` besides.',
    returns: 'The stop.',
    response: stopDto,
    sparse: sparseStop,
    etag: true,
    errors: ['not_found'],
  })
  getStop(@Param('id', IdPipe) id: string, @Query({ schema: stopFieldsQuery }) query: StopFieldsQuery) {
    return this.reads.getStop(id, query);
  }

  @Patch(':id')
  @Endpoint({
    permission: 'stops:write',
    summary: 'Change a stop: its client, depot, address or notes',
    description:
      'Everything of your own stops; of an order that a client submitted only these. Once it is out for delivery the answer is `stop_not_editable`. A client that it is taken from does not see it any more.',
    returns: 'The stop with its new version.',
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

  @Post(':id/client')
  @Endpoint({
    permission: 'clients:write',
    sdkName: 'addClient',
    summary: 'Add a client that a stop belongs to',
    description:
      'Makes the client, as `POST /v1/clients` does, and gives it the stop, both or neither. Unless told it may not hand in orders itself and has the stop’s depot. Needs `stops:write` too. A stop that has a client answers `stop_has_client`; once it is out for delivery the answer is `stop_not_editable`.',
    returns: 'The stop, which is the new client’s; with its invitation if one was asked for.',
    response: stopWithInvitationDto,
    etag: true,
    errors: ['not_found', 'stop_has_client', 'stop_not_editable', 'stale_version'],
  })
  addStopClient(
    @Param('id', IdPipe) id: string,
    @Body({ schema: createClientBody }) body: CreateClient,
    @Caller() caller: Principal,
  ): Promise<StopWithInvitationDto> {
    return this.clients.addClient(id, body, caller);
  }

  @Delete(':id')
  @Endpoint({
    permission: 'stops:write',
    summary: 'Delete an unassigned stop',
    description:
      'Its client loses it too: return it instead if the client should correct it. One that is on a route or was attempted answers `order_on_route`.',
    returns: 'The stop is deleted.',
    errors: ['not_found', 'order_on_route', 'stale_version'],
  })
  deleteStop(@Param('id', IdPipe) id: string): Promise<void> {
    return this.stops.deleteStop(id);
  }

  @Post(':id/reschedule')
  @Endpoint({
    permission: 'stops:write',
    summary: 'Take a failed stop back among the unassigned ones',
    description:
      'It leaves its route and waits for the next. Its proof is cleared; the timeline keeps the attempt. Any other stop answers `stop_not_reschedulable`.',
    returns: 'The stop, which is unassigned again.',
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
      'The client sees the reason, corrects the order and submits it again; until then you do not see it. On a route it answers `order_on_route`, without a client `stop_not_returnable`.',
    returns: 'The order is its client’s draft again.',
    errors: ['not_found', 'order_on_route', 'stop_not_returnable'],
  })
  returnStop(
    @Param('id', IdPipe) id: string,
    @Body({ schema: returnStopBody }) { reason }: ReturnStop,
  ): Promise<void> {
    return this.moves.returnStop(id, reason);
  }
}
