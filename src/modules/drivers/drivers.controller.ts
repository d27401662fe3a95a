import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Endpoint } from '../../auth/access/endpoint.js';
import { IdPipe } from '../../common/http/id.pipe.js';
import { plainPageQuery } from '../../common/schemas/schemas.js';
import {
  createDriverBody,
  driverDto,
  driverPage,
  updateDriverBody,
  type CreateDriver,
  type DriverDto,
  type UpdateDriver,
} from './drivers.dto.js';
import { DriversService } from './drivers.service.js';

@ApiTags('Drivers')
@Controller('v1/drivers')
export class DriversController {
  constructor(private readonly drivers: DriversService) {}

  @Get()
  @Endpoint({
    permission: 'drivers:read',
    summary: 'List drivers',
    description: 'Drivers have no account: they work with the link to their route’s run sheet.',
    returns: 'A page of drivers.',
    response: driverPage,
    errors: ['cursor_invalid', 'cursor_mismatch'],
  })
  listDrivers(@Query({ schema: plainPageQuery }) query: z.output<typeof plainPageQuery>) {
    return this.drivers.listDrivers(query);
  }

  @Post()
  @Endpoint({
    permission: 'drivers:write',
    summary: 'Add a driver',
    description: 'Name a driver in a route to plan with them.',
    returns: 'The new driver.',
    response: driverDto,
    etag: true,
    status: 201,
  })
  createDriver(@Body({ schema: createDriverBody }) body: CreateDriver): Promise<DriverDto> {
    return this.drivers.createDriver(body);
  }

  @Get(':id')
  @Endpoint({
    permission: 'drivers:read',
    summary: 'Get a driver',
    description: 'Its `ETag` is needed to change it safely.',
    returns: 'The driver.',
    response: driverDto,
    etag: true,
    errors: ['not_found'],
  })
  getDriver(@Param('id', IdPipe) id: string): Promise<DriverDto> {
    return this.drivers.getDriver(id);
  }

  @Patch(':id')
  @Endpoint({
    permission: 'drivers:write',
    summary: 'Change a driver',
    description: 'What is absent stays as it is.',
    returns: 'The driver as it is now.',
    response: driverDto,
    etag: true,
    errors: ['not_found', 'stale_version'],
  })
  updateDriver(
    @Param('id', IdPipe) id: string,
    @Body({ schema: updateDriverBody }) body: UpdateDriver,
  ): Promise<DriverDto> {
    return this.drivers.updateDriver(id, body);
  }

  @Delete(':id')
  @Endpoint({
    permission: 'drivers:write',
    summary: 'Delete a driver; their routes stay, without a driver',
    description: 'Nothing of what they delivered is lost.',
    returns: 'The driver is gone.',
    errors: ['not_found', 'stale_version'],
  })
  deleteDriver(@Param('id', IdPipe) id: string): Promise<void> {
    return this.drivers.deleteDriver(id);
  }
}
