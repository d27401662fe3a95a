import { z } from 'zod';
import { pageOf, storedEmail, timestamp, uuid } from '../../common/schemas/schemas.js';
import type { SandboxMail } from '../../mail/sandbox-mail.entity.js';

const sandboxMailDto = z
  .object({
    id: uuid.describe('Id of the mail.'),
    to: storedEmail.describe('Whom it would have been sent to.'),
    subject: z.string().meta({ description: 'Its subject.', example: 'Join Manhattan Libraries' }),
    text: z.string().describe('Its content as plain text.'),
    html: z.string().describe('Its content as HTML.'),
    createdAt: timestamp.describe('When it would have been sent.'),
  })
  .meta({ id: 'SandboxMail', description: 'A mail of a sandbox, kept instead of sent.' });
type SandboxMailDto = z.output<typeof sandboxMailDto>;

export const sandboxMailPage = pageOf(sandboxMailDto, 'SandboxMailPage', 'mails');

export function toSandboxMail(mail: SandboxMail): SandboxMailDto {
  const { id, recipient, subject, text, html, createdAt } = mail;
  return { id, to: recipient, subject, text, html, createdAt: createdAt.toISOString() };
}
