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
    description:
      'Drivers have no account: they see their run sheet by the link of `POST /v1/routes/{id}/driver-link`.',
    returns: 'One page of drivers, newest first.',
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
    description: 'Nothing is sent to the driver. Choose them for a route with `driverId`.',
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
    description: '`GET /v1/routes` lists the routes they drive.',
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
    description: 'Run sheets show the new name at once.',
    returns: 'The driver with the new version.',
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
    description: 'Links to run sheets that they hold keep working until they expire.',
    returns: 'The driver is deleted.',
    errors: ['not_found', 'stale_version'],
  })
  deleteDriver(@Param('id', IdPipe) id: string): Promise<void> {
    return this.drivers.deleteDriver(id);
  }
}
