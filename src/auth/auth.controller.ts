import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AuthService } from './auth.service.js';
import { CallingUser } from './current-principal.js';
import { Endpoint } from './endpoint.js';
import { UserAgent } from './user-agent.js';
import type { UserPrincipal } from './principal.js';
import {
  loginBody,
  meDto,
  refreshTokenBody,
  sessionDto,
  type Login,
  type MeDto,
  type RefreshTokenBody,
  type SessionDto,
} from './sessions.dto.js';
import { SessionsService } from './sessions.service.js';

@ApiTags('Auth')
@Controller('v1')
export class AuthController {
  constructor(
    private readonly auth: AuthService,
    private readonly sessions: SessionsService,
  ) {}

  @Post('auth/login')
  @Endpoint({
    permission: 'public',
    summary: 'Sign in',
    response: sessionDto,
    errors: ['credentials_invalid'],
  })
  login(@Body({ schema: loginBody }) body: Login, @UserAgent() userAgent?: string): Promise<SessionDto> {
    return this.auth.login(body, userAgent);
  }

  @Post('auth/refresh')
  @Endpoint({
    permission: 'public',
    summary: 'Exchange a refresh token for new tokens',
    response: sessionDto,
    errors: ['token_invalid'],
  })
  refresh(@Body({ schema: refreshTokenBody }) body: RefreshTokenBody): Promise<SessionDto> {
    return this.sessions.refresh(body.refreshToken);
  }

  @Post('auth/logout')
  @Endpoint({ permission: 'public', summary: 'End the session of a refresh token' })
  logout(@Body({ schema: refreshTokenBody }) body: RefreshTokenBody): Promise<void> {
    return this.sessions.endByRefreshToken(body.refreshToken);
  }

  @Get('me')
  @Endpoint({
    permission: 'account:manage',
    summary: 'Who you are and which teams you belong to',
    response: meDto,
  })
  getMe(@CallingUser() caller: UserPrincipal): Promise<MeDto> {
    return this.auth.me(caller);
  }
}
