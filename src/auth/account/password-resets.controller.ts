import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CallerAddress } from '../access/caller.js';
import { Endpoint } from '../access/endpoint.js';
import {
  confirmResetBody,
  requestedResetDto,
  requestResetBody,
  type ConfirmReset,
  type RequestedResetDto,
  type RequestReset,
} from './account.dto.js';
import { PasswordResetsService } from './password-resets.service.js';

const mailIsOnItsWay: RequestedResetDto = {
  message: 'If somebody has an account with this e-mail, a link to set a new password is on its way.',
};

@ApiTags('Auth')
@Controller('v1/auth/password-reset')
export class PasswordResetsController {
  constructor(private readonly resets: PasswordResetsService) {}

  @Post()
  @Endpoint({
    permission: 'public',
    summary: 'Ask for a link to set a new password',
    description:
      'The answer is the same whether anybody has the e-mail or not. The link works for an hour; nobody gets more than five mails within an hour.',
    returns: 'What to tell whoever asked; a mail may be on its way.',
    response: requestedResetDto,
    status: 202,
  })
  async requestPasswordReset(
    @Body({ schema: requestResetBody }) body: RequestReset,
  ): Promise<RequestedResetDto> {
    await this.resets.requestReset(body.email);
    return mailIsOnItsWay;
  }

  @Post('confirm')
  @Endpoint({
    permission: 'public',
    summary: 'Set a new password with the token of the mail',
    description:
      'Ends all of the person’s sessions. A token works once: used, expired or incomplete ones answer `token_invalid`.',
    returns: 'The new password is set.',
    errors: ['token_invalid'],
  })
  confirmPasswordReset(
    @Body({ schema: confirmResetBody }) body: ConfirmReset,
    @CallerAddress() address: string,
  ): Promise<void> {
    return this.resets.confirmReset(body, address);
  }
}
