import { Injectable } from '@nestjs/common';
import { clientScope } from '../../../../../common/scope.js';
import { currentContext, runInContext } from '../../../../../common/http/request-context.js';
import { Database, rowsOf } from '../../../../../database/database.js';
import { OrderReadsService } from '../../../../orders/reads/order-reads.service.js';
import type { OrderDto } from '../../../../orders/orders.dto.js';
import type { CustomerFile } from './data-requests.dto.js';
import type { ShopifyDataRequest } from './shopify-data-request.entity.js';

type KeptOf = Pick<CustomerFile['orders'][number], 'fromStore' | 'timeline' | 'proofs'>;

/** Runs in the client's scope; the conditions on the client are the first wall. */
const keptSql = `
  select r.said as "fromStore",
         coalesce((select jsonb_agg(jsonb_build_object('type', e.type, 'at', e.created_at, 'data', e.data)
                                    order by e.transaction_id, e.seq)
                     from events e
                    where e.organization_id = $3 and e.order_id = $1 and e.client_id = $2 and e.audience <> 'organization'), '[]') as timeline,
         coalesce((select jsonb_agg(jsonb_build_object('kind', p.kind, 'recordedAt', p.recorded_at, 'sha256', p.sha256,
                                                       'size', p.size, 'attempt', p.attempt) order by p.sequence)
                     from proofs p
                    where p.organization_id = $3 and p.order_id = $1 and p.client_id = $2), '[]') as proofs
    from shopify_orders r where r.organization_id = $3 and r.order_id = $1 and r.client_id = $2`;

const ordersSql = `
  select order_id as id from shopify_orders
   where organization_id = $1 and client_id = $2 and shop = $3 and shopify_order_id = any($4::text[])
   order by order_id`;

/** Gathers all that a client keeps of a customer's orders. */
@Injectable()
export class CustomerFiles {
  constructor(
    private readonly db: Database,
    private readonly orders: OrderReadsService,
  ) {}

  /** As its client may read it. */
  async gather(request: ShopifyDataRequest): Promise<CustomerFile> {
    const { organizationId, clientId, shop, requestNumber, customerNumber, orderNumbers } = request;
    const scope = clientScope(request);
    return runInContext({ ...currentContext()!, scope }, async () => {
      const ids = await this.db.transaction((em) =>
        rowsOf<{ id: string }>(em, ordersSql, [organizationId, clientId, shop, orderNumbers]),
      );
      const orders: CustomerFile['orders'] = [];
      for (const { id } of ids)
        orders.push({ order: await this.orders.getOrder(id), ...(await this.keptOf(id, request)) });
      return {
        shop,
        requestNumber: requestNumber ?? null,
        customerNumber: customerNumber ?? null,
        madeAt: new Date().toISOString(),
        orders,
      };
    });
  }

  private async keptOf(
    orderId: OrderDto['id'],
    { organizationId, clientId }: ShopifyDataRequest,
  ): Promise<KeptOf> {
    const values = [orderId, clientId, organizationId];
    const [kept] = await this.db.transaction((em) => rowsOf<KeptOf>(em, keptSql, values));
    const { timeline, proofs, ...rest } = kept!;
    return {
      ...rest,
      timeline: timeline.map((item) => ({ ...item, at: inUtc(item.at) })),
      proofs: proofs.map((item) => ({ ...item, recordedAt: inUtc(item.recordedAt) })),
    };
  }
}

/** PostgreSQL's JSON has offsets. */
const inUtc = (moment: string) => new Date(moment).toISOString();
