import { Injectable } from '@nestjs/common';
import type { Principal } from '../../auth/access/principal.js';
import { Database } from '../../database/database.js';
import { ClientsService } from '../clients/clients.service.js';
import type { CreateClient, CreatedClientDto } from './invitations.dto.js';
import { InvitationsService } from './invitations.service.js';

/** Creates a client and the invitation of its first user, both or neither. */
@Injectable()
export class ClientOnboardingService {
  constructor(
    private readonly db: Database,
    private readonly clients: ClientsService,
    private readonly invitations: InvitationsService,
  ) {}

  async createClient(
    { invitation, ...settings }: CreateClient,
    caller: Principal,
  ): Promise<CreatedClientDto> {
    return this.db.transaction(async () => {
      const client = await this.clients.createClient(settings);
      if (!invitation) return client;
      const { channel } = invitation;
      const invited = await this.invitations.inviteClient(
        { kind: 'client', clientId: client.id, channel, email: settings.contactEmail ?? undefined },
        caller,
      );
      return Object.assign(client, { invitation: invited });
    });
  }
}
