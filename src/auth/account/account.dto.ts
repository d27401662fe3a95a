import { z } from 'zod';
import { email, nameText } from '../../common/schemas.js';
import { newPassword, typedPassword } from '../identity/passwords.js';
import { membershipDto, userDto } from '../sessions/sessions.dto.js';

export const meDto = z
  .object({ user: userDto, membership: membershipDto, memberships: z.array(membershipDto) })
  .meta({ id: 'Me' });
export type MeDto = z.output<typeof meDto>;

export const updateMeBody = z
  .strictObject({ name: nameText(200).optional().meta({ example: 'Ada Park' }) })
  .meta({ id: 'UpdateMe' });
export type UpdateMe = z.output<typeof updateMeBody>;

export const changePasswordBody = z
  .strictObject({ currentPassword: typedPassword, password: newPassword })
  .meta({ id: 'ChangePassword' });
export type ChangePassword = z.output<typeof changePasswordBody>;

export const requestResetBody = z.strictObject({ email }).meta({ id: 'RequestPasswordReset' });
export type RequestReset = z.output<typeof requestResetBody>;

export const requestedResetDto = z.object({ message: z.string() }).meta({ id: 'RequestedPasswordReset' });
export type RequestedResetDto = z.output<typeof requestedResetDto>;

export const confirmResetBody = z
  .strictObject({
    token: z.string().min(1).max(200).meta({ description: 'What follows `?token=` in the mail’s link.' }),
    password: newPassword,
  })
  .meta({ id: 'ConfirmPasswordReset' });
export type ConfirmReset = z.output<typeof confirmResetBody>;
