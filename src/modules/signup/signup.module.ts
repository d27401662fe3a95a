import { Module } from '@nestjs/common';
import { OrganizationOpening } from './organization-opening.service.js';
import { SignupController } from './signup.controller.js';
import { SignupService } from './signup.service.js';

@Module({
  controllers: [SignupController],
  providers: [OrganizationOpening, SignupService],
  exports: [OrganizationOpening],
})
export class SignupModule {}
