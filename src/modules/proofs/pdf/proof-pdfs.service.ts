import { Injectable, StreamableFile, type OnModuleDestroy } from '@nestjs/common';
import { buffer } from 'node:stream/consumers';
import { Gate } from '../../../common/limits/gate.js';
import { callerScope, tenantOf } from '../../../database/tenancy/caller-scope.js';
import { Database } from '../../../database/database.js';
import { FileStore } from '../../../files/file-store.js';
import { opened } from '../../../files/opened.js';
import { PdfThread } from '../../../pdf/pdf-thread.js';
import { deliveryStateMeanings, type DeliveryState } from '../../orders/order-status.js';
import type { OrderDto } from '../../orders/orders.dto.js';
import { Organization } from '../../organizations/organization.entity.js';
import { pictureKey } from '../picture-files.js';
import type { ChainEntry } from '../proof-chain.js';
import { ProofReadsService } from '../proof-reads.service.js';
import { picturesOf, toEntry, type PictureRow } from '../proofs.dto.js';
import type { ProofPdfPlan } from './proof-pdf.js';

/** Makes the proof of one order as a PDF. */
@Injectable()
export class ProofPdfsService implements OnModuleDestroy {
  private readonly thread = new PdfThread<ProofPdfPlan>(new URL('./proof-pdf.worker.js', import.meta.url));
  /** Each holds all pictures of its visit. */
  private readonly gate = new Gate('PDFs', { atOnce: 2, waiting: 50, perTenant: 10 });

  constructor(
    private readonly db: Database,
    private readonly proofs: ProofReadsService,
    private readonly files: FileStore,
  ) {}

  onModuleDestroy(): Promise<void> {
    return this.thread.end();
  }

  /** @throws Problem `not_found`, `too_many_at_once` */
  async pdfOf(orderId: string, signal: AbortSignal): Promise<StreamableFile> {
    const order = await this.proofs.orderOf(orderId);
    const bytes = await this.gate.inTurn(tenantOf(callerScope()), signal, async () =>
      this.thread.make(await this.planOf(order), signal),
    );
    return new StreamableFile(bytes, {
      type: 'application/pdf',
      disposition: 'attachment; filename="proof-of-delivery.pdf"',
    });
  }

  private async planOf(order: OrderDto): Promise<ProofPdfPlan> {
    const rows = await this.proofs.chainsOf([order.id]);
    const { photos, signature } = picturesOf({ order, rows });
    return {
      title: order.activity === 'pickup' ? 'Proof of pickup' : 'Proof of delivery',
      organization: await this.organizationName(),
      facts: factsOf(order),
      signature: signature ? await this.picture(signature, 'Signature') : null,
      photos: await Promise.all(photos.map((row, index) => this.picture(row, `Photo ${index + 1}`))),
      chain: rows.map(toEntry).map(toLine),
    };
  }

  private organizationName(): Promise<string> {
    const { organizationId } = callerScope();
    return this.db.transaction(
      async (em) => (await em.findOneOrFail(Organization, { id: organizationId })).name,
    );
  }

  private async picture({ id, recordedAt, sequence }: PictureRow, what: string) {
    const content = await opened(this.files.read(pictureKey(id)));
    const caption = `${what}, ${shownMoment(new Date(recordedAt).toISOString())} (entry ${sequence} of the chain)`;
    return { caption, content: content ? await buffer(content) : null };
  }
}

function factsOf(order: OrderDto): ProofPdfPlan['facts'] {
  const { delivery, address, recipient } = order;
  const state: DeliveryState = delivery?.state ?? 'unattempted';
  const place = delivery?.location;
  const facts: [string, string | null | undefined][] = [
    ['Order', order.externalId],
    ['Order id', order.id],
    ['Recipient', recipient.name],
    ['Address', addressLines(address)],
    ['Result', `${deliveryStateMeanings[state]} (${state})`],
    ['When', delivery?.attemptedAt && shownMoment(delivery.attemptedAt)],
    ['Taken by', delivery?.signeeName],
    ['Notes', delivery?.recipientNotes],
    ['Where', place && `${place.latitude}, ${place.longitude}`],
  ];
  return facts.flatMap(([label, value]) => (value ? [{ label, value }] : []));
}

function addressLines(address: OrderDto['address']): string {
  const { addressName, addressLineOne, addressLineTwo, city, state, zip, country } = address;
  const town = [city, state, zip].filter(Boolean).join(' ');
  return [addressName, addressLineOne, addressLineTwo, town, country].filter(Boolean).join('\n');
}

function toLine({
  sequence,
  kind,
  recordedAt,
  attempt,
  hash,
  erasedAt,
}: ChainEntry): ProofPdfPlan['chain'][number] {
  const about = attempt ? `attempt, ${attempt.state}` : kind;
  const erased = erasedAt === undefined ? '' : ', erased as privacy law asks';
  return { what: `${sequence}. ${about}, ${shownMoment(recordedAt)}${erased}`, hash };
}

function shownMoment(moment: string): string {
  return `${moment.slice(0, 10)} ${moment.slice(11, 19)} UTC`;
}
