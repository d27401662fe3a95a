import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SystemSql } from '../../database/tenancy/system-sql.js';
import type { JobPayload } from '../../jobs/job-map.js';
import { Jobs } from '../../jobs/jobs.js';
import { Mailer } from '../../mail/mailer.js';
import { invitationMail } from '../../mail/templates/invitation.js';
import { openInvitationById } from './acceptance.queries.js';
import { InvitationTokens } from './invitation-tokens.js';

/** Mails invitations. A repeated run sends the same mail with the same message id and link. */
@Injectable()
export class InvitationsJobs implements OnModuleInit {
  constructor(
    private readonly sql: SystemSql,
    private readonly jobs: Jobs,
    private readonly mailer: Mailer,
    private readonly tokens: InvitationTokens,
  ) {}

  onModuleInit(): void {
    this.jobs.handle('invitations.mail', (payload) => this.mail(payload));
  }

  /** Skips an invitation that has been used, revoked or renewed, or has expired, since. */
  private async mail({ invitationId, generation }: JobPayload<'invitations.mail'>): Promise<void> {
    const invitation = await openInvitationById(this.sql, invitationId, generation);
    if (!invitation?.email) return;
    const mail = invitationMail({
      kind: invitation.kind,
      organizationName: invitation.organization_name,
      companyName: invitation.company_name,
      inviterName: invitation.invited_by_name,
      role: invitation.role,
      url: this.tokens.urlOf(invitation),
      expiresAt: invitation.expires_at,
    });
    await this.mailer.send({
      ...mail,
      onBehalfOf: invitation.organization_id,
      to: invitation.email,
      messageId: `invitation-${invitationId}-${generation}`,
    });
  }
}
