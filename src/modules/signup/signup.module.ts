import { Module } from '@nestjs/common';
import { SignupController } from './signup.controller.js';
import { SignupService } from './signup.service.js';
import { SignupThrottle } from './signup-throttle.js';

@Module({ controllers: [SignupController], providers: [SignupService, SignupThrottle] })
export class SignupModule {}
