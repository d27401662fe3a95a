import { Module } from '@nestjs/common';
import { OrdersModule } from '../orders/orders.module.js';
import { StopsModule } from '../stops/stops.module.js';
import { ProofArchivesService } from './archive/proof-archives.service.js';
import { FileLinks } from './file-links.js';
import { FilesController } from './files.controller.js';
import { OrderProofsController } from './order-proofs.controller.js';
import { ProofPdfsService } from './pdf/proof-pdfs.service.js';
import { PictureFiles } from './picture-files.js';
import { ProofReadsService } from './proof-reads.service.js';
import { ProofUploadsService } from './proof-uploads.service.js';
import { ProofsService } from './proofs.service.js';
import { ServedFilesService } from './served-files.service.js';
import { StopProofsController } from './stop-proofs.controller.js';

@Module({
  imports: [OrdersModule, StopsModule],
  controllers: [OrderProofsController, StopProofsController, FilesController],
  providers: [
    FileLinks,
    PictureFiles,
    ProofArchivesService,
    ProofPdfsService,
    ProofReadsService,
    ProofUploadsService,
    ProofsService,
    ServedFilesService,
  ],
  exports: [ProofReadsService, ProofUploadsService, ProofsService],
})
export class ProofsModule {}
