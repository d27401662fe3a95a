import { Module } from '@nestjs/common';
import { ClientsModule } from '../clients/clients.module.js';
import { AcceptPageController } from './accept-page.controller.js';
import { AcceptanceService } from './acceptance.service.js';
import { ClientOnboardingController } from './client-onboarding.controller.js';
import { ClientOnboardingService } from './client-onboarding.service.js';
import { InvitationTokens } from './invitation-tokens.js';
import { InvitationsController } from './invitations.controller.js';
import { InvitationsJobs } from './invitations.jobs.js';
import { InvitationsService } from './invitations.service.js';

@Module({
  imports: [ClientsModule],
  controllers: [AcceptPageController, InvitationsController, ClientOnboardingController],
  providers: [
    AcceptanceService,
    ClientOnboardingService,
    InvitationsJobs,
    InvitationsService,
    InvitationTokens,
  ],
  exports: [ClientOnboardingService],
})
export class InvitationsModule {}
