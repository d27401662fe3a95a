import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Endpoint } from '../../auth/access/endpoint.js';
import { IdPipe } from '../../common/http/id.pipe.js';
import { plainPageQuery } from '../../common/schemas/schemas.js';
import {
  createDepotBody,
  depotDto,
  depotPage,
  updateDepotBody,
  type CreateDepot,
  type DepotDto,
  type UpdateDepot,
} from './depots.dto.js';
import { DepotsService } from './depots.service.js';

@ApiTags('Depots')
@Controller('v1/depots')
export class DepotsController {
  constructor(private readonly depots: DepotsService) {}

  @Get()
  @Endpoint({
    permission: 'depots:read',
    summary: 'List depots',
    description: 'Exactly one of them is the main depot: clients and routes that name none get it.',
    returns: 'One page of depots, newest first.',
    response: depotPage,
    errors: ['cursor_invalid', 'cursor_mismatch'],
  })
  listDepots(@Query({ schema: plainPageQuery }) query: z.output<typeof plainPageQuery>) {
    return this.depots.listDepots(query);
  }

  @Post()
  @Endpoint({
    permission: 'depots:write',
    summary: 'Add a depot',
    description:
      'Takes the organization’s time zone unless it names one. The first depot, made at signup, stays the main one until `POST /v1/depots/{id}/set-main`.',
    returns: 'The new depot.',
    response: depotDto,
    etag: true,
    status: 201,
  })
  createDepot(@Body({ schema: createDepotBody }) body: CreateDepot): Promise<DepotDto> {
    return this.depots.createDepot(body);
  }

  @Get(':id')
  @Endpoint({
    permission: 'depots:read',
    summary: 'Get a depot',
    description: 'Its coordinates are where routes start, for their ETAs and for the order of their stops.',
    returns: 'The depot.',
    response: depotDto,
    etag: true,
    errors: ['not_found'],
  })
  getDepot(@Param('id', IdPipe) id: string): Promise<DepotDto> {
    return this.depots.getDepot(id);
  }

  @Patch(':id')
  @Endpoint({
    permission: 'depots:write',
    summary: 'Change a depot',
    description:
      'Routes that have started keep their ETAs. Use `POST /v1/depots/{id}/set-main` to make it the main one.',
    returns: 'The depot with its new version.',
    response: depotDto,
    etag: true,
    errors: ['not_found', 'stale_version'],
  })
  updateDepot(
    @Param('id', IdPipe) id: string,
    @Body({ schema: updateDepotBody }) body: UpdateDepot,
  ): Promise<DepotDto> {
    return this.depots.updateDepot(id, body);
  }

  @Delete(':id')
  @Endpoint({
    permission: 'depots:write',
    summary: 'Delete a depot; what belongs to it moves to the main one',
    description:
      'Clients, orders and routes move along, drafts included. The main depot answers `depot_is_main`: make another one main first.',
    returns: 'The depot is deleted.',
    errors: ['not_found', 'depot_is_main', 'stale_version'],
  })
  deleteDepot(@Param('id', IdPipe) id: string): Promise<void> {
    return this.depots.deleteDepot(id);
  }

  @Post(':id/set-main')
  @Endpoint({
    permission: 'depots:write',
    summary: 'Make this the main depot',
    description: 'The one that was main before is not any more. Repeating it changes nothing.',
    returns: 'The depot, which is the main one now.',
    response: depotDto,
    etag: true,
    errors: ['not_found'],
  })
  setMainDepot(@Param('id', IdPipe) id: string): Promise<DepotDto> {
    return this.depots.setMainDepot(id);
  }
}
