import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Endpoint } from '../../auth/access/endpoint.js';
import { CallerSignal } from '../../common/http/caller-signal.js';
import { exportTypes, stopExportQuery, type StopExportQuery } from './exports.dto.js';
import { ExportsService } from './exports.service.js';

@ApiTags('Stops')
@Controller('v1/stops')
export class StopExportsController {
  constructor(private readonly exports: ExportsService) {}

  @Get('export')
  @Endpoint({
    permission: 'stops:read',
    sdkName: 'export',
    summary: 'Download a list of stops as a file',
    description:
      'Takes the filters and the sort of the list, and writes all its pages. CSV and workbook have the columns of the template, then what the stop has become, under headers that begin with “Waybill” and that an import passes over; text that a spreadsheet would run as a formula has an apostrophe before it. A connection that breaks off has not given the whole file.',
    returns: 'The stops as a file.',
    produces: Object.values(exportTypes),
    errors: ['too_many_at_once'],
  })
  exportStops(
    @Query({ schema: stopExportQuery }) query: StopExportQuery,
    @CallerSignal() signal: AbortSignal,
  ) {
    return this.exports.exportStops(query, signal);
  }
}
