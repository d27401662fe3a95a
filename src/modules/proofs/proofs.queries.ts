import type { EntityManager } from '@mikro-orm/postgresql';
import { filterScopeOf, rowsOf } from '../../database/database.js';
import { Statement } from '../../database/sql/statement.js';
import type { ReadStatement } from '../../database/tenancy/tenant-reads.js';
import type { Scope } from '../../database/tenancy/tenancy.js';
import { isHandedOver } from '../orders/order-status-sql.js';
import type { OrderStatus } from '../orders/order-status.js';
import type { RequirableProof } from '../organizations/required-proof.dto.js';
import type { AttemptFacts, PictureKind, ProofKind } from './proof-chain.js';

/** A proof as it is stored. Timestamps are text as PostgreSQL prints them. */
export interface ProofRow {
  id: string;
  orderId: string;
  routeId: string;
  kind: ProofKind;
  sequence: number;
  recordedAt: string;
  previousHash: string | null;
  hash: string;
  attempt: AttemptFacts | null;
  sha256: string | null;
  size: number | null;
  width: number | null;
  height: number | null;
  erasedAt: string | null;
}

/** The order that proof is recorded for. */
export interface ProvenOrder {
  id: string;
  organizationId: string;
  clientId: string | null;
  routeId: string | null;
  status: OrderStatus;
}

/**
 * Selects the chains of these orders, each that of its present client: an order taken over from another client does
 * not show what happened to it there.
 */
export function selectChains(statement: Statement, scope: Scope, orderIds: readonly string[]): ReadStatement {
  const text = `
    select p.id, p.order_id as "orderId", p.route_id as "routeId", p.kind, p.sequence, p.recorded_at as "recordedAt",
           p.previous_hash as "previousHash", p.hash, p.attempt, p.sha256, p.size, p.width, p.height,
           p.erased_at as "erasedAt"
      from proofs p
      join orders o on o.id = p.order_id and ${statement.tenant(scope, 'o')}
       and p.client_id is not distinct from o.client_id
     where ${statement.tenant(scope, 'p')} and p.order_id = any(${statement.bind(orderIds)}::uuid[])
     order by p.order_id, p.sequence`;
  return { text, prepare: true };
}

/** Locks a stop until the transaction ends: chains grow one entry after the other. */
export async function lockProven(em: EntityManager, id: string): Promise<ProvenOrder | undefined> {
  const statement = new Statement();
  const text = `
    select o.id, o.organization_id as "organizationId", o.client_id as "clientId", o.route_id as "routeId", o.status
      from orders o
     where ${statement.tenant(filterScopeOf(em), 'o')} and o.id = ${statement.bind(id)} and ${isHandedOver}
       for update of o`;
  const [row] = await rowsOf<ProvenOrder>(em, text, statement.values);
  return row;
}

/** The last entry of the order's chain. */
export async function lastEntry(
  em: EntityManager,
  { id, clientId }: Pick<ProvenOrder, 'id' | 'clientId'>,
): Promise<{ sequence: number; hash: string } | undefined> {
  const statement = new Statement();
  const text = `
    select p.sequence, p.hash from proofs p
     where ${statement.tenant(filterScopeOf(em), 'p')} and p.order_id = ${statement.bind(id)}
       and p.client_id is not distinct from ${statement.bind(clientId)}::uuid
     order by p.sequence desc limit 1`;
  const [row] = await rowsOf<{ sequence: number; hash: string }>(em, text, statement.values);
  return row;
}

interface Visit {
  id: string;
  routeId: string | null;
}

/** Selects `{ uploadSha256 }` of the pictures of this kind that a visit has. */
export function selectUploads(
  statement: Statement,
  scope: Scope,
  { id, routeId }: Visit,
  kind: PictureKind,
): ReadStatement {
  const text = `
    select p.upload_sha256 as "uploadSha256" from proofs p
     where ${statement.tenant(scope, 'p')} and p.order_id = ${statement.bind(id)}
       and p.route_id = ${statement.bind(routeId)} and p.kind = ${statement.bind(kind)}`;
  return { text };
}

/** Counts a new picture on its order. */
export async function countPicture(em: EntityManager, id: string, kind: PictureKind): Promise<void> {
  const statement = new Statement();
  const set = kind === 'photo' ? 'photo_count = o.photo_count + 1' : 'has_signature = true';
  const text = `update orders o set ${set}, updated_at = now(), version = o.version + 1
    where ${statement.tenant(filterScopeOf(em), 'o')} and o.id = ${statement.bind(id)}`;
  await rowsOf(em, text, statement.values);
}

/** Selects what deliveries of these clients must leave behind; null stands for the organization’s own stops. */
export function selectRequiredProof(
  statement: Statement,
  organizationId: string,
  clientIds: readonly (string | null)[],
): ReadStatement {
  const text = `
    select wanted.client_id as "clientId", coalesce(c.required_proof, g.required_proof) as "requiredProof"
      from unnest(${statement.bind(clientIds)}::uuid[]) as wanted (client_id)
      join organizations g on g.id = ${statement.bind(organizationId)}
      left join clients c on c.id = wanted.client_id and c.organization_id = g.id`;
  return { text, prepare: true };
}

export interface RequiredProofRow {
  clientId: string | null;
  requiredProof: RequirableProof[];
}
