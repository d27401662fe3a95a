import { defineEntity, p } from '@mikro-orm/core';
import { id, moment } from '../../database/sql/columns.js';
import { tenantTable } from '../../database/tenancy/tenancy.js';
import type { AttemptFacts, ProofKind } from './proof-chain.js';

const schema = defineEntity({
  name: 'Proof',
  tableName: 'proofs',
  properties: {
    id: id(),
    organizationId: p.uuid(),
    /** The order's client when it was recorded: an order taken to another client begins a chain of its own. */
    clientId: p.uuid().nullable(),
    orderId: p.uuid(),
    /** Tells visits apart: a rescheduled order comes back on another route. */
    routeId: p.uuid(),
    kind: p.string().$type<ProofKind>().length(10),
    /** Its place in the order's chain, from 1. */
    sequence: p.integer(),
    recordedAt: moment(),
    previousHash: p.string().length(64).nullable(),
    hash: p.string().length(64),
    attempt: p.json().$type<AttemptFacts>().nullable(),

    /** Of the picture as it is stored. */
    sha256: p.string().length(64).nullable(),
    size: p.integer().nullable(),
    width: p.integer().nullable(),
    height: p.integer().nullable(),
    thumbnailSize: p.integer().nullable(),
    /** Of the picture as it was uploaded, so that one sent twice is kept once. */
    uploadSha256: p.string().length(64).nullable(),
    /** When its content was erased, as privacy law asks; its place in the chain stays. */
    erasedAt: moment().nullable(),
  },
  uniques: [
    {
      name: 'proofs_of_client',
      properties: ['orderId', 'clientId', 'sequence', 'organizationId'],
      where: 'client_id is not null',
    },
    {
      name: 'proofs_of_nobody',
      properties: ['orderId', 'sequence', 'organizationId'],
      where: 'client_id is null',
    },
  ],
  ...tenantTable(),
});

/** A photo, a signature or an attempt, chained to the one before it. Never changed. */
export class Proof extends schema.class {}
schema.setClass(Proof);
