import { z } from 'zod';
import { newPassword } from '../../auth/identity/passwords.js';
import { email, nameText } from '../../common/schemas/schemas.js';

export const signupBody = z
  .strictObject({
    organizationName: nameText(200).meta({
      description: 'Name of the delivery company, up to 200 characters.',
      example: 'Swift Wheels',
    }),
    name: nameText(200).meta({
      description: 'Your name, up to 200 characters.',
      example: 'Ada Park',
    }),
    email: email.describe('Your e-mail address, with which you sign in.'),
    password: newPassword,
  })
  .meta({ id: 'Signup', description: 'A new organization and its owner.' });
export type Signup = z.output<typeof signupBody>;
