import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  confirmResetBody,
  requestedResetDto,
  requestResetBody,
  type ConfirmReset,
  type RequestedResetDto,
  type RequestReset,
} from '../account/account.dto.js';
import { AuthService } from './auth.service.js';
import { ClientAddress } from '../access/client-address.js';
import { Endpoint } from '../access/endpoint.js';
import { PasswordResetsService } from '../account/password-resets.service.js';
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
import { UserAgent } from '../access/user-agent.js';

const mailIsOnItsWay: RequestedResetDto = {
  message: 'If somebody has an account with this e-mail, a link to set a new password is on its way.',
};

@ApiTags('Auth')
@Controller('v1/auth')
export class AuthController {
  constructor(
    private readonly auth: AuthService,
    private readonly sessions: SessionsService,
    private readonly resets: PasswordResetsService,
  ) {}

  @Post('login')
  @Endpoint({
    permission: 'public',
    summary: 'Sign in',
    description:
      'After ten failures for one e-mail from one address, each next attempt has to wait, up to a minute.',
    response: sessionDto,
    errors: ['credentials_invalid'],
  })
  login(
    @Body({ schema: loginBody }) body: Login,
    @ClientAddress() address: string,
    @UserAgent() userAgent?: string,
  ): Promise<SessionDto> {
    return this.auth.login(body, { address, userAgent });
  }

  @Post('refresh')
  @Endpoint({
    permission: 'public',
    summary: 'Exchange a refresh token for new tokens',
    description:
      'A refresh token works once. Using it a second time ends its session: refresh in one place and one at a time.',
    response: sessionDto,
    errors: ['token_invalid', 'not_found'],
  })
  refresh(@Body({ schema: refreshBody }) body: Refresh): Promise<SessionDto> {
    return this.sessions.refresh(body);
  }

  @Post('logout')
  @Endpoint({ permission: 'public', summary: 'End the session of a refresh token' })
  logout(@Body({ schema: refreshTokenBody }) body: RefreshTokenBody): Promise<void> {
    return this.sessions.endByRefreshToken(body.refreshToken);
  }

  @Post('password-reset')
  @Endpoint({
    permission: 'public',
    summary: 'Ask for a link to set a new password',
    description: 'The answer is the same whether anybody has the e-mail or not. The link works for an hour.',
    response: requestedResetDto,
    status: 202,
  })
  async requestPasswordReset(
    @Body({ schema: requestResetBody }) body: RequestReset,
  ): Promise<RequestedResetDto> {
    await this.resets.requestReset(body.email);
    return mailIsOnItsWay;
  }

  @Post('password-reset/confirm')
  @Endpoint({
    permission: 'public',
    summary: 'Set a new password with the token of the mail',
    description: 'Ends all of the person’s sessions.',
    errors: ['token_invalid'],
  })
  confirmPasswordReset(
    @Body({ schema: confirmResetBody }) body: ConfirmReset,
    @ClientAddress() address: string,
  ): Promise<void> {
    return this.resets.confirmReset(body, address);
  }
}
