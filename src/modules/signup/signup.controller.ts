import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AcceptedLanguages, CallerAddress, UserAgent } from '../../auth/access/caller.js';
import { Endpoint } from '../../auth/access/endpoint.js';
import { signupBody, signupSessionDto, type Signup, type SignupSessionDto } from './signup.dto.js';
import { SignupService } from './signup.service.js';

@ApiTags('Auth')
@Controller('v1/auth')
export class SignupController {
  constructor(private readonly signups: SignupService) {}

  @Post('signup')
  @Endpoint({
    permission: 'public',
    summary: 'Sign up: open an organization and become its owner',
    description:
      'With the e-mail and password of an account that exists, the organization is that person’s too. An e-mail that somebody else has is no reason to refuse: the answer is the same, and its owner is told by mail. The organization starts with one depot, its main one, in its country and time zone.',
    returns: 'A session of the new owner, and the organization with what was guessed of it.',
    response: signupSessionDto,
    status: 201,
    errors: ['signup_closed'],
  })
  signup(
    @Body({ schema: signupBody }) body: Signup,
    @CallerAddress() address: string,
    @UserAgent() userAgent?: string,
    @AcceptedLanguages() languages?: string,
  ): Promise<SignupSessionDto> {
    return this.signups.signup(body, { address, userAgent }, languages);
  }
}
