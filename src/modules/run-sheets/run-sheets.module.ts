import { Module } from '@nestjs/common';
import { ProofsModule } from '../proofs/proofs.module.js';
import { RoutesModule } from '../routes/routes.module.js';
import { DriverLinksController } from './driver-links.controller.js';
import { RunSheetLinks } from './run-sheet-links.js';
import { RunSheetsController } from './run-sheets.controller.js';
import { RunSheetsService } from './run-sheets.service.js';

@Module({
  imports: [ProofsModule, RoutesModule],
  controllers: [DriverLinksController, RunSheetsController],
  providers: [RunSheetLinks, RunSheetsService],
})
export class RunSheetsModule {}
