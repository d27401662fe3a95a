import { z } from 'zod';
import { newPassword } from '../../auth/identity/passwords.js';
import { email, requiredText } from '../../common/schemas.js';

export const signupBody = z
  .strictObject({
    organizationName: requiredText(200).meta({ example: 'Swift Wheels' }),
    name: requiredText(200).meta({ example: 'Ada Park' }),
    email,
    password: newPassword,
  })
  .meta({ id: 'Signup' });
export type Signup = z.output<typeof signupBody>;
