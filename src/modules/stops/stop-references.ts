import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { invalidField, notFound, problem } from '../../common/problems/problems.js';
import { Client } from '../clients/client.entity.js';
import { Depot } from '../depots/depot.entity.js';
import { parseClientCode } from '../../order-fields/parsers/client-code.js';

/** Finds the clients and depots that stops name, within the caller's organization. */
@Injectable()
export class StopReferences {
  /**
   * The client that the stop names; null when it explicitly names none, undefined when it says nothing.
   * @throws Problem `not_found`, `client_archived`, `validation_failed` for an unknown `clientCode`
   */
  async clientOf(
    em: EntityManager,
    { clientCode, clientId }: { clientCode?: string | null; clientId?: string | null },
  ): Promise<Client | null | undefined> {
    if (clientCode == null && clientId == null) {
      return clientCode === null || clientId === null ? null : undefined;
    }
    const client =
      clientId == null ? await this.byCode(em, clientCode!) : await em.findOne(Client, { id: clientId });
    if (!client) throw notFound();
    if (client.status === 'archived') {
      throw problem('client_archived', 'Restore the client before giving it new stops.');
    }
    return client;
  }

  /**
   * The depot with this id, or the main one.
   * @throws Problem `not_found`
   */
  async depotOf(em: EntityManager, id: string | undefined): Promise<Depot> {
    const depot = await em.findOne(Depot, id === undefined ? { isMain: true } : { id });
    if (!depot) throw notFound();
    return depot;
  }

  private async byCode(em: EntityManager, typed: string): Promise<Client> {
    const clientCode = parseClientCode(typed);
    const client = typeof clientCode === 'string' ? await em.findOne(Client, { clientCode }) : null;
    if (client) return client;
    throw invalidField(
      '/clientCode',
      'client_code_unknown',
      'is no Client ID of your clients; copy it from the client, or leave it out',
    );
  }
}
