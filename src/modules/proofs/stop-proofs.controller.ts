import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Endpoint } from '../../auth/access/endpoint.js';
import { CallerSignal } from '../../common/http/caller-signal.js';
import { IdPipe } from '../../common/http/id.pipe.js';
import { FileUpload, type Upload } from '../../files/multipart-upload.js';
import { archiveDescription, stopArchiveQuery, type StopArchiveQuery } from './archive/proof-archives.dto.js';
import { ProofArchivesService } from './archive/proof-archives.service.js';
import { ProofPdfsService } from './pdf/proof-pdfs.service.js';
import { ProofReadsService } from './proof-reads.service.js';
import { ProofUploadsService } from './proof-uploads.service.js';
import { proofForm, proofOfDelivery, type ProofOfDelivery } from './proofs.dto.js';

@ApiTags('Stops')
@Controller('v1/stops')
export class StopProofsController {
  constructor(
    private readonly reads: ProofReadsService,
    private readonly uploads: ProofUploadsService,
    private readonly archives: ProofArchivesService,
    private readonly pdfs: ProofPdfsService,
  ) {}

  @Post(':id/proof')
  @Endpoint({
    permission: 'stops:write',
    summary: 'Add a photo or a signature to a stop',
    description:
      'While the stop is out for delivery it belongs to the attempt that follows, afterwards to the last one. It is turned upright and encoded anew, without its EXIF data, so the place where it was taken is not in it. The same picture sent again is kept once. Each upload adds an entry to the stop’s `chain`. Up to 10 photos and 10 signatures a visit.',
    returns: 'The proof of the visit with the new picture in it.',
    response: proofOfDelivery,
    status: 201,
    upload: proofForm,
    errors: [
      'not_found',
      'stop_not_out_for_delivery',
      'proof_full',
      'picture_unreadable',
      'too_large',
      'unsupported_media_type',
      'upload_incomplete',
      'too_many_at_once',
    ],
  })
  addProof(
    @Param('id', IdPipe) id: string,
    @FileUpload() upload: Upload,
    @CallerSignal() signal: AbortSignal,
  ): Promise<ProofOfDelivery> {
    return this.uploads.addPicture(id, upload, signal);
  }

  @Get('proof-of-delivery.zip')
  @Endpoint({
    permission: 'stops:read',
    sdkName: 'downloadProofs',
    summary: 'Get the proof of many stops in one zip',
    description: archiveDescription,
    returns: 'The zip.',
    produces: 'application/zip',
    errors: ['too_many_at_once'],
  })
  downloadStopProofs(
    @Query({ schema: stopArchiveQuery }) query: StopArchiveQuery,
    @CallerSignal() signal: AbortSignal,
  ) {
    return this.archives.archiveStops(query, signal);
  }

  @Get(':id/proof-of-delivery')
  @Endpoint({
    permission: 'stops:read',
    summary: 'How the last attempt at a stop ended, and its proof',
    description:
      'The same that its client sees. `requiredProof` tells a driver’s program what to ask for. After a reschedule the pictures are those of the new visit; `chain` keeps the earlier ones.',
    returns: 'How the last attempt ended, its pictures and the chain of proof.',
    response: proofOfDelivery,
    errors: ['not_found'],
  })
  getStopProofOfDelivery(@Param('id', IdPipe) id: string): Promise<ProofOfDelivery> {
    return this.reads.getProofOfDelivery(id);
  }

  @Get(':id/proof-of-delivery.pdf')
  @Endpoint({
    permission: 'stops:read',
    sdkName: 'downloadProof',
    summary: 'Get the proof of one stop as a PDF',
    description:
      'For people: who took it, when and where, with the photos, the signature and the chain of proof. Notes that only the organization sees are not in it.',
    returns: 'The PDF.',
    produces: 'application/pdf',
    errors: ['not_found', 'too_many_at_once'],
  })
  downloadStopProof(@Param('id', IdPipe) id: string, @CallerSignal() signal: AbortSignal) {
    return this.pdfs.pdfOf(id, signal);
  }
}
