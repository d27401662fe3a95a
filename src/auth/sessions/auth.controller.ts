import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AuthService } from './auth.service.js';
import { CallerAddress, UserAgent } from '../access/caller.js';
import { Endpoint } from '../access/endpoint.js';
import {
  loginBody,
  refreshBody,
  refreshTokenBody,
  sessionDto,
  type Login,
  type Refresh,
  type RefreshTokenBody,
  type SessionDto,
} from './sessions.dto.js';
import { SessionsService } from './sessions.service.js';

@ApiTags('Auth')
@Controller('v1/auth')
export class AuthController {
  constructor(
    private readonly auth: AuthService,
    private readonly sessions: SessionsService,
  ) {}

  @Post('login')
  @Endpoint({
    permission: 'public',
    summary: 'Sign in',
    returns: 'A session: tokens, the person, the membership it is for and all others.',
    description:
      'After ten failures for one e-mail from one address, each next attempt has to wait, up to a minute.',
    response: sessionDto,
    errors: ['credentials_invalid'],
  })
  login(
    @Body({ schema: loginBody }) body: Login,
    @CallerAddress() address: string,
    @UserAgent() userAgent?: string,
  ): Promise<SessionDto> {
    return this.auth.login(body, { address, userAgent });
  }

  @Post('refresh')
  @Endpoint({
    permission: 'public',
    summary: 'Exchange a refresh token for new tokens',
    returns: 'The session with new tokens.',
    description:
      'A refresh token works once. Using it a second time ends its session: refresh in one place and one at a time.',
    response: sessionDto,
    errors: ['token_invalid', 'not_found'],
  })
  refresh(@Body({ schema: refreshBody }) body: Refresh): Promise<SessionDto> {
    return this.sessions.refresh(body);
  }

  @Post('logout')
  @Endpoint({
    permission: 'public',
    summary: 'End the session of a refresh token',
    description: 'Its refresh token works no more; access tokens of the session are refused at once.',
    returns: 'The session has ended. An unknown token is answered the same.',
  })
  logout(@Body({ schema: refreshTokenBody }) body: RefreshTokenBody): Promise<void> {
    return this.sessions.endByRefreshToken(body.refreshToken);
  }
}
