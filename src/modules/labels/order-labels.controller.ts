import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Endpoint } from '../../auth/access/endpoint.js';
import { CallerSignal } from '../../common/http/caller-signal.js';
import { IdPipe } from '../../common/http/id.pipe.js';
import { labelDescriptions } from './label-descriptions.js';
import { labelQuery, orderLabelsBody, type LabelQuery, type OrderLabels } from './labels.dto.js';
import { LabelsService } from './labels.service.js';

@ApiTags('Orders')
@Controller('v1/orders')
export class OrderLabelsController {
  constructor(private readonly labels: LabelsService) {}

  @Post('labels')
  @Endpoint({
    permission: 'orders:read',
    sdkName: 'downloadLabels',
    summary: 'Print the labels of several orders',
    description: labelDescriptions.several,
    returns: 'The labels as one PDF.',
    produces: 'application/pdf',
    safe: true,
    errors: ['not_found', 'too_many_labels', 'too_many_at_once'],
  })
  downloadOrderLabels(
    @Body({ schema: orderLabelsBody }) { ids, importId, size }: OrderLabels,
    @CallerSignal() signal: AbortSignal,
  ) {
    return this.labels.labelsOf(ids ? { ids } : { importId: importId! }, size, signal);
  }

  @Get(':id/label')
  @Endpoint({
    permission: 'orders:read',
    sdkName: 'downloadLabel',
    summary: 'Print the labels of an order, one for each package',
    description: labelDescriptions.one,
    returns: 'The labels as a PDF.',
    produces: 'application/pdf',
    errors: ['not_found', 'too_many_labels', 'too_many_at_once'],
  })
  downloadOrderLabel(
    @Param('id', IdPipe) id: string,
    @Query({ schema: labelQuery }) { size, ...packages }: LabelQuery,
    @CallerSignal() signal: AbortSignal,
  ) {
    return this.labels.labelsOf({ ids: [id] }, size, signal, packages);
  }
}
