import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { problem, type FieldProblem } from '../../common/problems/problems.js';
import type { RequirableProof } from '../organizations/required-proof.dto.js';
import type { StopRow } from '../stops/stops.dto.js';
import { sealed, type AttemptFacts } from './proof-chain.js';
import { ProofReadsService } from './proof-reads.service.js';
import { Proof } from './proof.entity.js';
import { lastEntry, type ProvenOrder } from './proofs.queries.js';

export type { AttemptFacts } from './proof-chain.js';

/** What an entry is about, beside its place in the chain. */
type NewProof = Pick<Proof, 'kind'> & Partial<Omit<Proof, 'kind'>>;

/** Writes the chains of proof, and knows what a delivery must leave behind. */
@Injectable()
export class ProofsService {
  constructor(private readonly reads: ProofReadsService) {}

  /**
   * Refuses a delivery without the proof that its client or the organization requires.
   * @throws Problem `proof_missing`
   */
  async assertProven(stop: StopRow, { signeeName }: { signeeName?: string | null }): Promise<void> {
    const left: Record<RequirableProof, boolean> = {
      photo: stop.photoCount > 0,
      signature: stop.hasSignature,
      name: signeeName != null,
    };
    const required = await this.reads.requiredProofOf(stop);
    const missing = required.filter((kind) => !left[kind]);
    if (missing.length > 0) throw proofMissing(missing);
  }

  /** Adds an attempt to the stop's chain; the row of the stop must be locked. Returns the new end of the chain. */
  async addAttempt(em: EntityManager, order: ProvenOrder, attempt: AttemptFacts): Promise<string> {
    return (await this.append(em, order, { kind: 'attempt', attempt })).hash;
  }

  /** Adds an entry to the stop's chain; the row of the stop must be locked. */
  async append(em: EntityManager, order: ProvenOrder, proof: NewProof): Promise<Proof> {
    const { id: orderId, organizationId, clientId, routeId } = order;
    if (routeId === null) throw new Error('Proof belongs to a visit, and a stop without a route has none');
    const last = await lastEntry(em, order);
    const recordedAt = new Date();
    const { hash, sequence, previousHash } = sealed(orderId, {
      sequence: (last?.sequence ?? 0) + 1,
      kind: proof.kind,
      recordedAt: recordedAt.toISOString(),
      sha256: proof.sha256 ?? null,
      attempt: proof.attempt ?? null,
      previousHash: last?.hash ?? null,
    });
    const chained = { organizationId, clientId, orderId, routeId, recordedAt, sequence, previousHash, hash };
    const entry = em.create(Proof, { ...proof, ...chained });
    await em.flush();
    return entry;
  }
}

const asked: Record<RequirableProof, { pointer: string; what: string; detail: string }> = {
  photo: {
    pointer: 'proof/photo',
    what: 'a photo',
    detail: 'is required: upload it first, to `POST /v1/stops/{id}/proof`',
  },
  signature: {
    pointer: 'proof/signature',
    what: 'a signature',
    detail: 'is required: upload it first, to `POST /v1/stops/{id}/proof`',
  },
  name: {
    pointer: '/signeeName',
    what: 'the name of who took it',
    detail: 'is required: send who took the packages or signed for them',
  },
};

function proofMissing(missing: RequirableProof[]) {
  const errors: FieldProblem[] = missing.map((kind) => {
    const { pointer, detail } = asked[kind];
    return { pointer, code: 'proof_missing', detail };
  });
  const what = missing.map((kind) => asked[kind].what).join(', ');
  return problem(
    'proof_missing',
    `This delivery must leave behind: ${what}. If that cannot be had, record \`failed_missing_required_proof\`.`,
    errors,
  );
}
