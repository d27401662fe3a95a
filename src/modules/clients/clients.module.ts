import { Module } from '@nestjs/common';
import { TeamsModule } from '../teams/teams.module.js';
import { ClientCodes } from './client-codes.js';
import { ClientsController } from './clients.controller.js';
import { ClientsService } from './clients.service.js';

@Module({
  imports: [TeamsModule],
  controllers: [ClientsController],
  providers: [ClientCodes, ClientsService],
  exports: [ClientCodes, ClientsService],
})
export class ClientsModule {}
