import { Inject, Injectable } from '@nestjs/common';
import { derivedSecret } from '../../auth/identity/secrets.js';
import { CONFIG, type Config } from '../../config.js';

/** Derives an invitation's token, the same one each time its mail is sent. */
@Injectable()
export class InvitationTokens {
  private readonly key: string;

  constructor(@Inject(CONFIG) private readonly config: Config) {
    this.key = derivedSecret(config.JWT_SECRET, 'invitations');
  }

  tokenOf({ id, generation }: { id: string; generation: number }): string {
    return derivedSecret(this.key, 'invitation', id, generation);
  }

  /** The URL at which a person accepts the invitation. */
  urlOf(invitation: { id: string; generation: number }): string {
    return `${this.config.PUBLIC_URL}/invitations/accept?token=${this.tokenOf(invitation)}`;
  }

  /** When an invitation created now expires. */
  expiry(): Date {
    return new Date(Date.now() + this.config.INVITATION_DAYS * 86_400_000);
  }
}
