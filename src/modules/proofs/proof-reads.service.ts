import { Injectable } from '@nestjs/common';
import { callerScope } from '../../database/tenancy/caller-scope.js';
import { TenantReads } from '../../database/tenancy/tenant-reads.js';
import type { OrderDto } from '../orders/orders.dto.js';
import { OrderReadsService } from '../orders/reads/order-reads.service.js';
import type { RequirableProof } from '../organizations/required-proof.dto.js';
import { StopReadsService } from '../stops/stop-reads.service.js';
import { FileLinks } from './file-links.js';
import { toProofOfDelivery, type ProofOfDelivery } from './proofs.dto.js';
import { selectChains, selectRequiredProof, type ProofRow, type RequiredProofRow } from './proofs.queries.js';

/** Reads the proof of orders, for either side. */
@Injectable()
export class ProofReadsService {
  constructor(
    private readonly reads: TenantReads,
    private readonly orders: OrderReadsService,
    private readonly stops: StopReadsService,
    private readonly links: FileLinks,
  ) {}

  /** The result of the last attempt, its pictures and the chain. @throws Problem `not_found` */
  async getProofOfDelivery(orderId: string): Promise<ProofOfDelivery> {
    const order = await this.orderOf(orderId);
    const rows = await this.chainsOf([orderId]);
    return toProofOfDelivery({ order, rows }, await this.requiredProofOf(order), this.links);
  }

  /** The order as the caller may see it, of whichever side. @throws Problem `not_found` */
  orderOf(id: string): Promise<OrderDto> {
    return callerScope().audience === 'client' ? this.orders.getOrder(id) : this.stops.getStop(id);
  }

  /** The chains of these orders, one after the other. */
  chainsOf(orderIds: readonly string[]): Promise<ProofRow[]> {
    return this.reads.rows<ProofRow>((statement, scope) => selectChains(statement, scope, orderIds));
  }

  async requiredProofOf({ clientId }: Pick<OrderDto, 'clientId'>): Promise<RequirableProof[]> {
    return (await this.requiredProofs([clientId])).get(clientId) ?? [];
  }

  /** The same of several clients; null stands for the organization’s own stops. */
  async requiredProofs(
    clientIds: readonly (string | null)[],
  ): Promise<Map<string | null, RequirableProof[]>> {
    const { organizationId } = callerScope();
    const rows = await this.reads.rows<RequiredProofRow>((statement) =>
      selectRequiredProof(statement, organizationId, [...new Set(clientIds)]),
    );
    return new Map(rows.map(({ clientId, requiredProof }) => [clientId, requiredProof]));
  }
}
