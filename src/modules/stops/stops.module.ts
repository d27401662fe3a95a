import { Module } from '@nestjs/common';
import { OrdersModule } from '../orders/orders.module.js';
import { InvitationsModule } from '../invitations/invitations.module.js';
import { StopClientsService } from './stop-clients.service.js';
import { StopMovesService } from './stop-moves.service.js';
import { StopReadsService } from './stop-reads.service.js';
import { StopReferences } from './stop-references.js';
import { StopsController } from './stops.controller.js';
import { StopsService } from './stops.service.js';

@Module({
  imports: [InvitationsModule, OrdersModule],
  controllers: [StopsController],
  providers: [StopReadsService, StopsService, StopClientsService, StopMovesService, StopReferences],
  exports: [StopReadsService, StopsService],
})
export class StopsModule {}
