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
    description:
      'Opens a session in the team of `membershipId`, or else in the one the person joined first. An unknown e-mail and a wrong password both answer `credentials_invalid`. After ten failures for one e-mail from one address, or thirty where it was signed in before, each next attempt has to wait, up to a minute.',
    returns: 'A new session: its tokens, and every team the person may switch to.',
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
    description:
      'A refresh token works once. Using it a second time ends its session: refresh in one place and one at a time. With `membershipId` the session goes on in another of the person’s teams.',
    returns: 'The session with new tokens.',
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
    description:
      'Its access tokens and refresh token are refused from now on. A token that is unknown or has ended already is no error.',
    returns: 'The session has ended.',
  })
  logout(@Body({ schema: refreshTokenBody }) body: RefreshTokenBody): Promise<void> {
    return this.sessions.endByRefreshToken(body.refreshToken);
  }
}
