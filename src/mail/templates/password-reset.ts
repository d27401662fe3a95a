import { layOut } from './layout.js';

/** The mail with the link to set a new password. */
export function passwordResetMail({ name, url }: { name: string; url: string }) {
  return layOut({
    subject: 'Set a new password',
    paragraphs: [
      `Hello ${name},`,
      'somebody, hopefully you, asked for a new password for your account at the delivery portal.',
    ],
    button: { label: 'Set a new password', url },
    footer:
      'The link works once, within an hour. If you did not ask for this, ignore it; your password stays as it is.',
  });
}
