import { z } from 'zod';
import { email, nameText } from '../../common/schemas/schemas.js';
import { newPassword, typedPassword } from '../identity/passwords.js';
import { membershipDto, userDto } from '../sessions/sessions.dto.js';

export const meDto = z
  .object({
    user: userDto.describe('Who you are.'),
    membership: membershipDto.describe('The team that you are signed in to.'),
    memberships: z.array(membershipDto).describe('All your teams.'),
  })
  .meta({ id: 'Me', description: 'Who is signed in, and for which team.' });
export type MeDto = z.output<typeof meDto>;

export const updateMeBody = z
  .strictObject({
    name: nameText(200)
      .optional()
      .meta({ description: 'Your name, up to 200 characters.', example: 'Ada Park' }),
  })
  .meta({ id: 'UpdateMe', description: 'Changes to yourself. What it leaves out stays.' });
export type UpdateMe = z.output<typeof updateMeBody>;

export const changePasswordBody = z
  .strictObject({
    currentPassword: typedPassword.describe('The password you have now.'),
    password: newPassword,
  })
  .meta({ id: 'ChangePassword', description: 'A new password for yourself.' });
export type ChangePassword = z.output<typeof changePasswordBody>;

export const requestResetBody = z
  .strictObject({ email: email.describe('The e-mail address with which you sign in.') })
  .meta({ id: 'RequestPasswordReset', description: 'Who forgot a password.' });
export type RequestReset = z.output<typeof requestResetBody>;

export const requestedResetDto = z
  .object({ message: z.string().describe('What happens next, for people.') })
  .meta({
    id: 'RequestedPasswordReset',
    description: 'The same answer whether or not the address is known.',
  });
export type RequestedResetDto = z.output<typeof requestedResetDto>;

export const confirmResetBody = z
  .strictObject({
    token: z.string().min(1).max(200).meta({ description: 'What follows `?token=` in the mail’s link.' }),
    password: newPassword,
  })
  .meta({ id: 'ConfirmPasswordReset', description: 'A new password in place of a forgotten one.' });
export type ConfirmReset = z.output<typeof confirmResetBody>;
