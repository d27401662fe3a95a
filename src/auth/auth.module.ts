import { Global, Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { JwtModule } from '@nestjs/jwt';
import { PassportModule } from '@nestjs/passport';
import { CONFIG, type Config } from '../config.js';
import { AccessGuard } from './access.guard.js';
import { AccountController } from './account.controller.js';
import { AccountService } from './account.service.js';
import { AuthController } from './auth.controller.js';
import { AuthService } from './auth.service.js';
import { ClaimedEmailsJobs } from './claimed-emails.jobs.js';
import { EndpointAudit } from './endpoint-audit.js';
import { JwtStrategy } from './jwt.strategy.js';
import { People } from './people.js';
import { PasswordResetsService } from './password-resets.service.js';
import { Principals } from './principals.js';
import { RateLimits } from './rate-limits.js';
import { ResetPageController } from './reset-page.controller.js';
import { SessionsService } from './sessions.service.js';
import { SignInThrottle } from './sign-in-throttle.js';

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
  controllers: [AccountController, AuthController, ResetPageController],
  providers: [
    AccountService,
    AuthService,
    ClaimedEmailsJobs,
    EndpointAudit,
    JwtStrategy,
    PasswordResetsService,
    People,
    Principals,
    RateLimits,
    SessionsService,
    SignInThrottle,
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
  exports: [People, SessionsService, SignInThrottle],
})
export class AuthModule {}
