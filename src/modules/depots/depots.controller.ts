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
    description: 'The main depot is the one with `isMain`.',
    returns: 'A page of depots.',
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
    description: 'A place where routes start. Orders of a client go to its default depot.',
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
    description: 'Its `ETag` is needed to change it safely.',
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
    description: 'What is absent stays as it is.',
    returns: 'The depot as it is now.',
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
      'Its clients and orders move to the main depot. The main one itself cannot be deleted: make another the main one first.',
    returns: 'The depot is gone.',
    errors: ['not_found', 'depot_is_main', 'stale_version'],
  })
  deleteDepot(@Param('id', IdPipe) id: string): Promise<void> {
    return this.depots.deleteDepot(id);
  }

  @Post(':id/set-main')
  @Endpoint({
    permission: 'depots:write',
    summary: 'Make this the main depot',
    description: 'The one that was main until now stays as an ordinary depot.',
    returns: 'The depot, now the main one.',
    response: depotDto,
    etag: true,
    errors: ['not_found'],
  })
  setMainDepot(@Param('id', IdPipe) id: string): Promise<DepotDto> {
    return this.depots.setMainDepot(id);
  }
}
