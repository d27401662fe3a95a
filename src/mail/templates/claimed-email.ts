import { layOut } from './layout.js';

/** The mail to the owner of an e-mail with which somebody else signed up. Contains nothing that person typed. */
export function claimedEmailMail({ name, url }: { name: string; url: string }) {
  return layOut({
    subject: 'Somebody signed up with your e-mail',
    paragraphs: [
      `Hello ${name},`,
      'somebody signed up at the delivery portal, or joined a team there, with your e-mail and a password that is not yours. They have an account apart from yours: nothing of yours can be seen or changed with it.',
      'If it was you and you had forgotten your account, sign in with the password you have just chosen to find the new team, and with your old one, or a new one by password reset, to find what you had before.',
    ],
    button: { label: 'Open the delivery portal', url },
    footer: 'If it was not you, there is nothing to do.',
  });
}
