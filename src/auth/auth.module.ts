import { Global, Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { JwtModule } from '@nestjs/jwt';
import { PassportModule } from '@nestjs/passport';
import { CONFIG, type Config } from '../config.js';
import { AccessGuard } from './access/access.guard.js';
import { AccountController } from './account/account.controller.js';
import { AccountService } from './account/account.service.js';
import { AuthController } from './sessions/auth.controller.js';
import { AuthService } from './sessions/auth.service.js';
import { ClaimedEmailsJobs } from './identity/claimed-emails.jobs.js';
import { EndpointAudit } from './access/endpoint-audit.js';
import { HourlyCounts } from './sessions/hourly-counts.js';
import { JwtStrategy } from './sessions/jwt.strategy.js';
import { People } from './identity/people.js';
import { PasswordResetsController } from './account/password-resets.controller.js';
import { PasswordResetsService } from './account/password-resets.service.js';
import { Principals } from './access/principals.js';
import { RateLimits } from './access/rate-limits.js';
import { ResetPageController } from './account/reset-page.controller.js';
import { SessionsService } from './sessions/sessions.service.js';
import { SignInThrottle } from './sessions/sign-in-throttle.js';
import { SignupThrottle } from './sessions/signup-throttle.js';

@Global()
@Module({
  imports: [
    DiscoveryModule,
    PassportModule,
    JwtModule.registerAsync({
      inject: [CONFIG],
      useFactory: (config: Config) => ({ secret: config.JWT_SECRET, signOptions: { algorithm: 'HS256' } }),
    }),
  ],
  controllers: [AccountController, AuthController, PasswordResetsController, ResetPageController],
  providers: [
    AccountService,
    AuthService,
    ClaimedEmailsJobs,
    EndpointAudit,
    HourlyCounts,
    JwtStrategy,
    PasswordResetsService,
    People,
    Principals,
    RateLimits,
    SessionsService,
    SignInThrottle,
    SignupThrottle,
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
  exports: [
    AuthService,
    HourlyCounts,
    JwtModule,
    People,
    Principals,
    SessionsService,
    SignInThrottle,
    SignupThrottle,
  ],
})
export class AuthModule {}
