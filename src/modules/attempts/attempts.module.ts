import { Module } from '@nestjs/common';
import { RoutesModule } from '../routes/routes.module.js';
import { StopsModule } from '../stops/stops.module.js';
import { AttemptsController } from './attempts.controller.js';
import { AttemptsService } from './attempts.service.js';

@Module({
  imports: [RoutesModule, StopsModule],
  controllers: [AttemptsController],
  providers: [AttemptsService],
})
export class AttemptsModule {}
