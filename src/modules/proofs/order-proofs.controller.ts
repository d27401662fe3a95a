import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Endpoint } from '../../auth/access/endpoint.js';
import { CallerSignal } from '../../common/http/caller-signal.js';
import { IdPipe } from '../../common/http/id.pipe.js';
import {
  archiveDescription,
  orderArchiveQuery,
  type OrderArchiveQuery,
} from './archive/proof-archives.dto.js';
import { ProofArchivesService } from './archive/proof-archives.service.js';
import { ProofPdfsService } from './pdf/proof-pdfs.service.js';
import { ProofReadsService } from './proof-reads.service.js';
import { proofOfDelivery, type ProofOfDelivery } from './proofs.dto.js';

@ApiTags('Orders')
@Controller('v1/orders')
export class OrderProofsController {
  constructor(
    private readonly reads: ProofReadsService,
    private readonly archives: ProofArchivesService,
    private readonly pdfs: ProofPdfsService,
  ) {}

  @Get('proof-of-delivery.zip')
  @Endpoint({
    permission: 'orders:read',
    sdkName: 'downloadProofs',
    summary: 'Get the proof of many orders in one zip',
    description: archiveDescription,
    returns: 'The zip.',
    produces: 'application/zip',
    errors: ['too_many_at_once'],
  })
  downloadOrderProofs(
    @Query({ schema: orderArchiveQuery }) query: OrderArchiveQuery,
    @CallerSignal() signal: AbortSignal,
  ) {
    return this.archives.archiveOrders(query, signal);
  }

  @Get(':id/proof-of-delivery')
  @Endpoint({
    permission: 'orders:read',
    summary: 'How the last attempt ended, and its proof',
    description:
      'Before the first attempt `state` is `unattempted` and the rest empty. A later attempt replaces what is shown here; `chain` keeps everything, and its end is told by events as `proofHash`, so that no proof can be exchanged unseen.',
    returns: 'How the last attempt ended, its photos and signature, and the chain of proof.',
    response: proofOfDelivery,
    errors: ['not_found'],
  })
  getProofOfDelivery(@Param('id', IdPipe) id: string): Promise<ProofOfDelivery> {
    return this.reads.getProofOfDelivery(id);
  }

  @Get(':id/proof-of-delivery.pdf')
  @Endpoint({
    permission: 'orders:read',
    sdkName: 'downloadProof',
    summary: 'Get the proof of one order as a PDF',
    description:
      'For people: who took it, when and where, with the photos, the signature and the chain of proof. Notes that only the organization sees are not in it.',
    returns: 'The PDF.',
    produces: 'application/pdf',
    errors: ['not_found', 'too_many_at_once'],
  })
  downloadOrderProof(@Param('id', IdPipe) id: string, @CallerSignal() signal: AbortSignal) {
    return this.pdfs.pdfOf(id, signal);
  }
}
