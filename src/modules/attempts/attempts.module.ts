import { Module } from '@nestjs/common';
import { ProofsModule } from '../proofs/proofs.module.js';
import { RoutesModule } from '../routes/routes.module.js';
import { StopsModule } from '../stops/stops.module.js';
import { AttemptsController } from './attempts.controller.js';
import { AttemptsService } from './attempts.service.js';

@Module({
  imports: [ProofsModule, RoutesModule, StopsModule],
  controllers: [AttemptsController],
  providers: [AttemptsService],
  exports: [AttemptsService],
})
export class AttemptsModule {}
