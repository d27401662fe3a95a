import { Module } from '@nestjs/common';
import { OrdersModule } from '../orders/orders.module.js';
import { StopMovesService } from './stop-moves.service.js';
import { StopReadsService } from './stop-reads.service.js';
import { StopReferences } from './stop-references.js';
import { StopsController } from './stops.controller.js';
import { StopsService } from './stops.service.js';

@Module({
  imports: [OrdersModule],
  controllers: [StopsController],
  providers: [StopReadsService, StopsService, StopMovesService, StopReferences],
  exports: [StopReadsService, StopsService],
})
export class StopsModule {}
