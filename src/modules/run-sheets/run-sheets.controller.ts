import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Endpoint } from '../../auth/access/endpoint.js';
import { runSheetDto, type RunSheetDto } from './run-sheets.dto.js';
import { RunSheetsService } from './run-sheets.service.js';

@ApiTags('Routes')
@Controller('v1/run-sheets')
export class RunSheetsController {
  constructor(private readonly runSheets: RunSheetsService) {}

  @Get(':token')
  @Header('cache-control', 'no-store')
  @Endpoint({
    permission: 'public',
    sdkName: 'runSheets.get',
    summary: 'The run sheet behind a driver link',
    description:
      'The link itself is the permission. It ends 48 hours after it was made, or after the route’s planned start at that time if that was later. Unknown, expired and incomplete links all answer `not_found`.',
    returns: 'The route with its stops, as the driver needs them.',
    response: runSheetDto,
    errors: ['not_found'],
  })
  getRunSheet(@Param('token') token: string): Promise<RunSheetDto> {
    return this.runSheets.getRunSheet(token);
  }
}
