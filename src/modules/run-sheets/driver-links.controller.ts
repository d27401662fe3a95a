import { Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Endpoint } from '../../auth/access/endpoint.js';
import { IdPipe } from '../../common/http/id.pipe.js';
import { driverLinkDto, type DriverLinkDto } from './run-sheets.dto.js';
import { RunSheetsService } from './run-sheets.service.js';

@ApiTags('Routes')
@Controller('v1/routes')
export class DriverLinksController {
  constructor(private readonly runSheets: RunSheetsService) {}

  @Post(':id/driver-link')
  @Endpoint({
    permission: 'routes:write',
    summary: 'Make a link to the run sheet for the driver',
    description:
      'Whoever holds the link sees the run sheet, without an account: give it to the driver alone. It works for 48 hours, from the planned start if that is later than now; earlier links keep working until they expire.',
    returns: 'The link, and until when it works.',
    response: driverLinkDto,
    errors: ['not_found'],
  })
  createDriverLink(@Param('id', IdPipe) id: string): Promise<DriverLinkDto> {
    return this.runSheets.createDriverLink(id);
  }
}
