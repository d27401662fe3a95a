import { Module } from '@nestjs/common';
import { SignupController } from './signup.controller.js';
import { SignupJobs } from './signup.jobs.js';
import { SignupService } from './signup.service.js';
import { SignupThrottle } from './signup-throttle.js';

@Module({ controllers: [SignupController], providers: [SignupJobs, SignupService, SignupThrottle] })
export class SignupModule {}
