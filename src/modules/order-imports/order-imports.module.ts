import { Module } from '@nestjs/common';
import { ChunkWriter } from './running/chunk-writer.js';
import { ImportFilesService } from './import-files.service.js';
import { ImportCancellations } from './running/import-cancellations.js';
import { ImportMappingController } from './import-mapping.controller.js';
import { ImportMappingService } from './import-mapping.service.js';
import { ImportComparisonService } from './import-comparison.service.js';
import { ImportFixesService } from './import-fixes.service.js';
import { ImportMappings } from './running/import-mappings.js';
import { ImportPlans } from './running/import-plans.js';
import { ImportPreviewService } from './import-preview.service.js';
import { ImportRunner } from './running/import-runner.js';
import { OrderImportsController } from './order-imports.controller.js';
import { OrderImportsJobs } from './order-imports.jobs.js';
import { OrderImportsService } from './order-imports.service.js';
import { OrderProfilesController } from './order-profiles.controller.js';
import { PassingFiles } from './passing-files.js';
import { SpareThread } from './reading/spare-thread.js';
import { StopImportsController } from './stop-imports.controller.js';

@Module({
  controllers: [
    OrderImportsController,
    StopImportsController,
    ImportMappingController,
    OrderProfilesController,
  ],
  providers: [
    ChunkWriter,
    ImportCancellations,
    ImportComparisonService,
    ImportFilesService,
    ImportFixesService,
    ImportMappings,
    ImportMappingService,
    ImportPlans,
    ImportPreviewService,
    ImportRunner,
    OrderImportsJobs,
    OrderImportsService,
    PassingFiles,
    SpareThread,
  ],
})
export class OrderImportsModule {}
