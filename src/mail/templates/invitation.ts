import { layOut } from './layout.js';

interface InvitationMail {
  kind: 'client' | 'member';
  organizationName: string;
  /** The client to represent or to join; null for the organization's own team. */
  companyName: string | null;
  inviterName: string;
  role: string;
  url: string;
  expiresAt: Date;
}

/** The mail with the link to accept an invitation. */
export function invitationMail(mail: InvitationMail) {
  const day = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' }).format(mail.expiresAt);
  return layOut({
    subject: subjectOf(mail),
    paragraphs: ['Hello,', offerOf(mail)],
    button: { label: 'Accept the invitation', url: mail.url },
    footer: `The link works once, until ${day} (UTC). If you did not expect this, ignore it; nothing happens.`,
  });
}

function subjectOf({ kind, organizationName, companyName }: InvitationMail): string {
  if (kind === 'client') return `${organizationName} invites you to its delivery portal`;
  return `${companyName ?? organizationName} invites you to its team`;
}

function offerOf({ kind, organizationName, companyName, inviterName, role }: InvitationMail): string {
  if (kind === 'client') {
    return `${inviterName} of ${organizationName} invites ${companyName} to the delivery portal. There you see when your orders arrive, how each delivery went, and its proof.`;
  }
  const team = companyName ? `${companyName}, at ${organizationName}’s delivery portal` : organizationName;
  return `${inviterName} invites you to the team of ${team}. You will be: ${role}.`;
}
