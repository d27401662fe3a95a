import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { ClientAddress } from '../../auth/client-address.js';
import { Endpoint } from '../../auth/endpoint.js';
import { UserAgent } from '../../auth/user-agent.js';
import { newPassword } from '../../auth/passwords.js';
import { sessionDto, type SessionDto } from '../../auth/sessions.dto.js';
import { email, requiredText } from '../../common/schemas.js';
import { SignupService } from './signup.service.js';

const signupBody = z
  .strictObject({
    organizationName: requiredText(200).meta({ example: 'Swift Wheels' }),
    name: requiredText(200).meta({ example: 'Ada Park' }),
    email,
    password: newPassword,
  })
  .meta({ id: 'Signup' });
export type Signup = z.output<typeof signupBody>;

@ApiTags('Auth')
@Controller('v1/auth')
export class SignupController {
  constructor(private readonly signups: SignupService) {}

  @Post('signup')
  @Endpoint({
    permission: 'public',
    summary: 'Open an organization and become its owner',
    description:
      'With the e-mail and password of an account that exists, the organization is that person’s too. An e-mail that somebody else has is no reason to refuse: the answer is the same, and its owner is told by mail.',
    response: sessionDto,
    status: 201,
    errors: ['signup_closed'],
  })
  signup(
    @Body({ schema: signupBody }) body: Signup,
    @ClientAddress() address: string,
    @UserAgent() userAgent?: string,
  ): Promise<SessionDto> {
    return this.signups.signup(body, { address, userAgent });
  }
}
