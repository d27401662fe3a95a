import type { SystemSql } from '../../database/tenancy/system-sql.js';
import type { DeliveryState, OrderStatus } from '../orders/order-status.js';
import { endOf, isHandedOver } from '../orders/order-status-sql.js';

/** How long a finished order can be tracked. */
const daysAfterCompletion = 30;

/** An order and its organization, as the recipient may see them. */
export interface TrackedRow {
  status: OrderStatus;
  activity: 'delivery' | 'pickup';
  recipientName: string | null;
  addressLineOne: string | null;
  city: string | null;
  zip: string | null;
  etaAt: Date | null;
  etaEarliestAt: Date | null;
  etaLatestAt: Date | null;
  deliveryState: DeliveryState | null;
  attemptedAt: Date | null;
  signeeName: string | null;
  recipientNotes: string | null;
  photoCount: number;
  hasSignature: boolean;
  stopsAway: number;
  organizationName: string;
  supportEmail: string | null;
  supportPhone: string | null;
  testMode: boolean;
}

const sql = `
  select o.status, o.activity, o.recipient_name as "recipientName", o.address_line_one as "addressLineOne",
         o.city, o.zip, o.eta_at as "etaAt", o.eta_earliest_at as "etaEarliestAt", o.eta_latest_at as "etaLatestAt",
         o.delivery_state as "deliveryState", o.attempted_at as "attemptedAt", o.signee_name as "signeeName",
         o.recipient_notes as "recipientNotes", o.photo_count as "photoCount", o.has_signature as "hasSignature",
         (select count(*)::int from orders before
           where before.organization_id = o.organization_id and before.route_id = o.route_id
             and before.status = ${endOf('start')} and before.route_position < o.route_position) as "stopsAway",
         g.name as "organizationName", g.support_email as "supportEmail", g.support_phone as "supportPhone",
         g.test_mode as "testMode"
    from orders o join organizations g on g.id = o.organization_id
   where o.id = $1 and ${isHandedOver}
     and (o.completed_at is null or o.completed_at > now() - interval '${daysAfterCompletion} days')`;

/** Returns the order, unless it is a draft or was finished too long ago. */
export async function findTracked(database: SystemSql, orderId: string): Promise<TrackedRow | undefined> {
  const [row] = await database.query<TrackedRow>('tracked_order', sql, [orderId]);
  return row;
}
