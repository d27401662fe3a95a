import { z } from 'zod';
import { newPassword } from '../../auth/identity/passwords.js';
import { email, nameText } from '../../common/schemas.js';

export const signupBody = z
  .strictObject({
    organizationName: nameText(200).meta({ example: 'Swift Wheels' }),
    name: nameText(200).meta({ example: 'Ada Park' }),
    email,
    password: newPassword,
  })
  .meta({ id: 'Signup' });
export type Signup = z.output<typeof signupBody>;
