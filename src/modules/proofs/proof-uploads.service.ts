import { Injectable } from '@nestjs/common';
import { rm } from 'node:fs/promises';
import { v7 as uuidv7 } from 'uuid';
import { Gate } from '../../common/limits/gate.js';
import { notFound, problem } from '../../common/problems/problems.js';
import { validationProblem } from '../../common/schemas/schema.pipe.js';
import { Database } from '../../database/database.js';
import { callingOrganization } from '../../database/tenancy/caller-scope.js';
import { TenantReads } from '../../database/tenancy/tenant-reads.js';
import { DiskFileStore } from '../../files/disk-file-store.js';
import type { StoredFile } from '../../files/file-store.js';
import type { ReceivedUpload, Upload } from '../../files/multipart-upload.js';
import { scratchFolder } from '../../files/scratch-folder.js';
import { EventLog } from '../events/event-log.js';
import { orderTransitions, type OrderStatus } from '../orders/order-status.js';
import { StopReadsService } from '../stops/stop-reads.service.js';
import { PictureFiles } from './picture-files.js';
import { maxPictureBytes, type Picture } from './pictures.js';
import type { PictureKind } from './proof-chain.js';
import { ProofReadsService } from './proof-reads.service.js';
import { proofOptions, type ProofOfDelivery } from './proofs.dto.js';
import { countPicture, lockProven, selectUploads, type ProvenOrder } from './proofs.queries.js';
import { ProofsService } from './proofs.service.js';

/** Photos of one visit, and signatures. */
const maxOfAKind = 10;
const wanted = { file: 'the picture', ifTooLarge: 'Send a smaller picture.' };

interface KeptPicture extends Omit<Picture, 'content' | 'thumbnail'> {
  proofId: string;
  file: StoredFile;
  thumbnailSize: number;
}

interface NewPicture extends KeptPicture {
  kind: PictureKind;
  uploadSha256: string;
}

/** Takes drivers’ photos and signatures. */
@Injectable()
export class ProofUploadsService {
  /** Decoding takes up to half a gigabyte of memory for the worst of pictures. */
  private readonly gate = new Gate('pictures', { atOnce: 2, waiting: 200, perTenant: 50 });

  constructor(
    private readonly db: Database,
    private readonly reads: TenantReads,
    private readonly stops: StopReadsService,
    private readonly proofs: ProofsService,
    private readonly proofReads: ProofReadsService,
    private readonly files: PictureFiles,
    private readonly events: EventLog,
  ) {}

  /**
   * Receives a picture, keeps it and adds it to the stop's chain. The same picture again changes nothing.
   * @throws Problem `not_found`, `stop_not_out_for_delivery`, `picture_unreadable`, `proof_full`, `too_large`
   */
  async addPicture(stopId: string, upload: Upload, signal: AbortSignal): Promise<ProofOfDelivery> {
    assertVisited(await this.stops.rowOf(stopId));
    const folder = await scratchFolder();
    try {
      let picture: NewPicture | undefined;
      const scratch = new DiskFileStore(folder);
      await upload.receive(scratch, 'upload', {
        maxBytes: maxPictureBytes,
        wanted,
        prepare: async (received) => {
          picture = await this.prepare(stopId, received, (await scratch.local('upload')).path, signal);
        },
      });
      if (picture) await this.record(stopId, picture);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
    return this.proofReads.getProofOfDelivery(stopId);
  }

  /** All that takes long, before any transaction is open. Undefined for a picture that the visit has already. */
  private async prepare(
    stopId: string,
    { file, fields }: ReceivedUpload,
    path: string,
    signal: AbortSignal,
  ): Promise<NewPicture | undefined> {
    const parsed = proofOptions.safeParse(fields);
    if (!parsed.success) throw validationProblem(parsed.error.issues);
    const { kind } = parsed.data;
    const uploadSha256 = file.sha256;
    if (!(await this.isNew(await this.stops.rowOf(stopId), kind, uploadSha256))) return undefined;
    // With the first picture: a server starts sooner without what decodes them.
    const { readPicture } = await import('./read-picture.js');
    const picture = await this.gate.inTurn(callingOrganization(), signal, () => readPicture(path, kind));
    return { kind, uploadSha256, ...(await this.keep(picture)) };
  }

  private async keep(picture: Picture): Promise<KeptPicture> {
    const proofId = uuidv7();
    const file = await this.files.keep(proofId, picture);
    const { width, height, thumbnail } = picture;
    return { proofId, file, width, height, thumbnailSize: thumbnail.length };
  }

  private async record(stopId: string, picture: NewPicture): Promise<void> {
    await this.db.transaction(async (em) => {
      const order = await lockProven(em, stopId);
      if (!order) throw notFound();
      assertVisited(order);
      const { proofId, kind, file, ...facts } = picture;
      if (!(await this.isNew(order, kind, facts.uploadSha256))) return;
      const { sha256, size } = file;
      const entry = { id: proofId, kind, sha256, size, ...facts };
      const { hash: proofHash } = await this.proofs.append(em, order, entry);
      await countPicture(em, stopId, kind);
      await this.events.append(em, {
        type: 'order.proof_added',
        organizationId: order.organizationId,
        clientId: order.clientId,
        orderId: stopId,
        data: { proofId, kind, proofHash },
      });
    });
  }

  /** Whether the visit does not have this picture yet. @throws Problem `proof_full` */
  private async isNew(
    visit: Pick<ProvenOrder, 'id' | 'routeId'>,
    kind: PictureKind,
    sha256: string,
  ): Promise<boolean> {
    const rows = await this.reads.rows<{ uploadSha256: string }>((statement, scope) =>
      selectUploads(statement, scope, visit, kind),
    );
    if (rows.some(({ uploadSha256 }) => uploadSha256 === sha256)) return false;
    if (rows.length < maxOfAKind) return true;
    throw problem('proof_full', `A visit may have ${maxOfAKind} pictures of a kind.`);
  }
}

/** @throws Problem `stop_not_out_for_delivery` */
function assertVisited({ status, routeId }: { status: OrderStatus; routeId: string | null }): void {
  const visited: readonly OrderStatus[] = orderTransitions.attempt.from;
  if (routeId === null || !visited.includes(status))
    throw problem('stop_not_out_for_delivery', 'Proof needs a stop on a route that has started.');
}
