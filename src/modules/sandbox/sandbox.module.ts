import { Module } from '@nestjs/common';
import { ApiKeysModule } from '../api-keys/api-keys.module.js';
import { AttemptsModule } from '../attempts/attempts.module.js';
import { ProofsModule } from '../proofs/proofs.module.js';
import { RoutesModule } from '../routes/routes.module.js';
import { SignupModule } from '../signup/signup.module.js';
import { SandboxClockService } from './clock/sandbox-clock.service.js';
import { DriverJobs } from './driving/driver-jobs.service.js';
import { DrivesService } from './driving/drives.service.js';
import { OutboxService } from './outbox.service.js';
import { SandboxController } from './sandbox.controller.js';
import { SandboxesController } from './sandboxes.controller.js';
import { SandboxesService } from './sandboxes.service.js';

@Module({
  imports: [ApiKeysModule, AttemptsModule, ProofsModule, RoutesModule, SignupModule],
  controllers: [SandboxesController, SandboxController],
  providers: [DriverJobs, DrivesService, OutboxService, SandboxClockService, SandboxesService],
})
export class SandboxModule {}
