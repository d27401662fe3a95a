import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Endpoint } from '../../auth/access/endpoint.js';
import { CallerSignal } from '../../common/http/caller-signal.js';
import { exportTypes, orderExportQuery, type OrderExportQuery } from './exports.dto.js';
import { ExportsService } from './exports.service.js';

@ApiTags('Orders')
@Controller('v1/orders')
export class OrderExportsController {
  constructor(private readonly exports: ExportsService) {}

  @Get('export')
  @Endpoint({
    permission: 'orders:read',
    sdkName: 'export',
    summary: 'Download a list of orders as a file',
    description:
      'Takes the filters and the sort of the list, and writes all its pages. CSV and workbook have the columns of the template, then what the order has become, under headers that begin with “Waybill” and that an import passes over; text that a spreadsheet would run as a formula has an apostrophe before it. A connection that breaks off has not given the whole file.',
    returns: 'The orders as a file.',
    produces: Object.values(exportTypes),
    errors: ['too_many_at_once'],
  })
  exportOrders(
    @Query({ schema: orderExportQuery }) query: OrderExportQuery,
    @CallerSignal() signal: AbortSignal,
  ) {
    return this.exports.exportOrders(query, signal);
  }
}
