import { z } from 'zod';
import { newPassword } from '../../auth/identity/passwords.js';
import { sessionDto } from '../../auth/sessions/sessions.dto.js';
import { described } from '../../common/schemas/described.js';
import { countryCode, email, nameText, timezone } from '../../common/schemas/schemas.js';
import { organizationDto } from '../organizations/organizations.dto.js';
import { guessable } from './guess-place.js';

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
    countryCode: countryCode.optional().meta({
      description:
        'ISO 3166-1 code of your country. Left out: guessed from your time zone or your browser’s language.',
    }),
    timezone: timezone.optional().meta({
      description: 'IANA time zone of your main depot. Left out: guessed from your country, else UTC.',
    }),
  })
  .meta({ id: 'Signup', description: 'A new organization and its owner.' });
export type Signup = z.output<typeof signupBody>;

const guess = described(
  'What was guessed:',
  {
    countryCode: 'The country.',
    timezone: 'The time zone.',
  },
  { values: guessable },
).meta({ id: 'SignupGuess' });

export const signupSessionDto = sessionDto
  .extend({
    organization: organizationDto.describe('The new organization.'),
    guessed: z
      .array(guess)
      .describe('What of the organization was guessed rather than told; correct it where it is wrong.'),
  })
  .meta({ id: 'SignupSession', description: 'The tokens of a new owner, and the organization.' });
export type SignupSessionDto = z.output<typeof signupSessionDto>;
