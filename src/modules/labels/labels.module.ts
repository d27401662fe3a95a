import { Module } from '@nestjs/common';
import { LabelsService } from './labels.service.js';
import { OrderLabelsController } from './order-labels.controller.js';
import { StopLabelsController } from './stop-labels.controller.js';

@Module({
  controllers: [OrderLabelsController, StopLabelsController],
  providers: [LabelsService],
})
export class LabelsModule {}
