import { Injectable } from '@nestjs/common';
import { mayDo, type Principal } from '../../auth/access/principal.js';
import { problem } from '../../common/problems/problems.js';
import { Database } from '../../database/database.js';
import { ClientOnboardingService } from '../invitations/client-onboarding.service.js';
import type { CreateClient } from '../invitations/invitations.dto.js';
import type { StopWithInvitationDto } from './stops.dto.js';
import { StopsService } from './stops.service.js';

/** Makes clients of those whose stops came without one. */
@Injectable()
export class StopClientsService {
  constructor(
    private readonly db: Database,
    private readonly stops: StopsService,
    private readonly onboarding: ClientOnboardingService,
  ) {}

  /**
   * Creates a client, with an invitation if one is asked for, and gives it the stop.
   * @throws Problem `stop_has_client`, `permission_denied`, and what {@link StopsService.updateStop} throws
   */
  async addClient(id: string, body: CreateClient, caller: Principal): Promise<StopWithInvitationDto> {
    if (!mayDo(caller, 'stops:write')) throw problem('permission_denied');
    return this.db.transaction(async (em) => {
      const order = await this.stops.lockEditable(em, id);
      if (order.clientId) {
        throw problem('stop_has_client', 'Change its client with PATCH /v1/stops/{id} instead.');
      }
      const { id: clientId, invitation } = await this.onboarding.createClient(
        { defaultDepotId: order.depotId, ...body },
        caller,
      );
      const stop = await this.stops.updateStop(id, { clientId });
      return Object.assign(stop, invitation && { invitation });
    });
  }
}
