import { Injectable, StreamableFile } from '@nestjs/common';
import { AsyncResource } from 'node:async_hooks';
import { Readable } from 'node:stream';
import { Downloads } from '../../common/limits/downloads.js';
import { callerScope, tenantOf } from '../../database/tenancy/caller-scope.js';
import { TenantReads } from '../../database/tenancy/tenant-reads.js';
import { writeCsv, writeXlsx } from '../../spreadsheets/index.js';
import { OrderReadsService } from '../orders/reads/order-reads.service.js';
import { requiredOf, toListedOrder } from '../orders/orders.dto.js';
import { TrackingLinks } from '../orders/tracking-links.js';
import { StopReadsService } from '../stops/stop-reads.service.js';
import { toListedStop } from '../stops/stops.dto.js';
import { exportColumns, type Exported } from './export-columns.js';
import {
  exportTypes,
  type ExportFormat,
  type OrderExportQuery,
  type StopExportQuery,
} from './exports.dto.js';

/** Writes whole lists into files, as fast as their caller reads. */
@Injectable()
export class ExportsService {
  private readonly downloads = new Downloads('exports');

  constructor(
    private readonly orders: OrderReadsService,
    private readonly stops: StopReadsService,
    private readonly reads: TenantReads,
    private readonly links: TrackingLinks,
  ) {}

  /** @throws Problem `too_many_at_once` */
  exportOrders(
    { format, consistency, ...list }: OrderExportQuery,
    signal: AbortSignal,
  ): Promise<StreamableFile> {
    const pieces = mapped(this.orders.exportOrders(list, consistency), (row) =>
      toListedOrder(row, this.links, requiredOf(row)),
    );
    return this.file(pieces, format, 'orders', signal);
  }

  /** @throws Problem `too_many_at_once` */
  async exportStops(
    { format, consistency, ...list }: StopExportQuery,
    signal: AbortSignal,
  ): Promise<StreamableFile> {
    const codes = format === 'ndjson' ? undefined : await this.clientCodes();
    const pieces = mapped(this.stops.exportStops(list, consistency), (row) => ({
      ...toListedStop(row, this.links),
      ...(codes && { clientCode: codes.get(row.clientId ?? '') ?? null }),
    }));
    return this.file(pieces, format, 'stops', signal);
  }

  private async file(
    pieces: AsyncGenerator<Exported[], void, void>,
    format: ExportFormat,
    name: string,
    signal: AbortSignal,
  ): Promise<StreamableFile> {
    const scope = callerScope();
    const stream = await this.downloads.open(tenantOf(scope), signal, async () =>
      written(await begun(pieces), format, exportColumns[scope.audience]),
    );
    return new StreamableFile(stream, {
      type: format === 'csv' ? `${exportTypes.csv}; charset=utf-8` : exportTypes[format],
      disposition: `attachment; filename="${name}.${format}"`,
    });
  }

  private async clientCodes(): Promise<Map<string, string | null>> {
    const clients = await this.reads.rows<{ id: string; code: string | null }>((statement, scope) => ({
      text: `select c.id, c.client_code as code from clients c where ${
        scope.audience === 'organization' ? statement.tenant(scope, 'c') : 'true'
      }`,
    }));
    return new Map(clients.map(({ id, code }) => [id, code]));
  }
}

async function* mapped<Row>(
  pieces: AsyncGenerator<Row[], void, void>,
  map: (row: Row) => Exported,
): AsyncGenerator<Exported[], void, void> {
  for await (const rows of pieces) yield rows.map(map);
}

/**
 * The same pieces, of which the first is there already: what goes wrong before it is an answer of its own. The stream
 * asks for the others outside of the request, so each is read as if within it.
 */
async function begun<T>(pieces: AsyncGenerator<T, void, void>): Promise<AsyncGenerator<T, void, void>> {
  const next = AsyncResource.bind(() => pieces.next());
  const first = await next();
  return (async function* () {
    try {
      for (let piece = first; !piece.done; piece = await next()) yield piece.value;
    } finally {
      await pieces.return();
    }
  })();
}

function written(
  pieces: AsyncGenerator<Exported[], void, void>,
  format: ExportFormat,
  columns: (typeof exportColumns)['client'],
): Readable {
  if (format === 'ndjson') return Readable.from(lines(pieces), { objectMode: false });
  const rows = cells(pieces, columns);
  return format === 'xlsx' ? writeXlsx(rows) : Readable.from(writeCsv(rows), { objectMode: false });
}

async function* lines(pieces: AsyncGenerator<Exported[], void, void>): AsyncGenerator<Buffer, void, void> {
  for await (const orders of pieces) {
    if (orders.length > 0) yield Buffer.from(orders.map((order) => `${JSON.stringify(order)}\n`).join(''));
  }
}

async function* cells(
  pieces: AsyncGenerator<Exported[], void, void>,
  columns: (typeof exportColumns)['client'],
): AsyncGenerator<string[], void, void> {
  yield columns.map(({ header }) => header);
  for await (const orders of pieces) {
    for (const order of orders) yield columns.map(({ cell }) => cell(order));
  }
}
