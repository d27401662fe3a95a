import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CallerAddress, UserAgent } from '../../auth/access/caller.js';
import { Endpoint } from '../../auth/access/endpoint.js';
import { sessionDto, type SessionDto } from '../../auth/sessions/sessions.dto.js';
import { signupBody, type Signup } from './signup.dto.js';
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
      'With the e-mail and password of an account that exists, the organization is that person’s too. An e-mail that somebody else has is no reason to refuse: the answer is the same, and its owner is told by mail. The organization starts with one depot, its main one.',
    returns: 'A session of the new owner.',
    response: sessionDto,
    status: 201,
    errors: ['signup_closed'],
  })
  signup(
    @Body({ schema: signupBody }) body: Signup,
    @CallerAddress() address: string,
    @UserAgent() userAgent?: string,
  ): Promise<SessionDto> {
    return this.signups.signup(body, { address, userAgent });
  }
}
