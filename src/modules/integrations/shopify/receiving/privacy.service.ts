import { Injectable } from '@nestjs/common';
import { text } from 'node:stream/consumers';
import { ListPages } from '../../../../common/cursor.js';
import { notFound, problem } from '../../../../common/problems/problems.js';
import { Database } from '../../../../database/database.js';
import { ageOf, byAge, olderThan } from '../../../../database/sql/newest-first.js';
import { FileStore } from '../../../../files/file-store.js';
import { opened } from '../../../../files/opened.js';
import { toErasure } from './erasing/erasures.dto.js';
import { ShopifyErasure } from './erasing/shopify-erasure.entity.js';
import { toDataRequest, type CustomerFile } from './exporting/data-requests.dto.js';
import { dataFileKey, ShopifyDataRequest } from './exporting/shopify-data-request.entity.js';

interface Page {
  limit: number;
  cursor?: string;
}

const newestAsked = { requestedAt: 'desc', id: 'desc' } as const;
const askedAt = ({ requestedAt, id }: { requestedAt: Date; id: string }) =>
  ageOf({ createdAt: requestedAt, id });
const requestPages = new ListPages('shopify-data-requests', byAge);
const erasurePages = new ListPages('shopify-erasures', byAge);

/** What customers of the client’s stores asked for by law, and what came of it. */
@Injectable()
export class PrivacyService {
  constructor(
    private readonly db: Database,
    private readonly files: FileStore,
  ) {}

  /** Newest first. */
  async listDataRequests({ limit, cursor }: Page) {
    const where = olderThan(requestPages.decode(cursor, {}), 'requested_at');
    const rows = await this.db.transaction((em) =>
      em.find(ShopifyDataRequest, where, { orderBy: newestAsked, limit: limit + 1 }),
    );
    return requestPages.page(rows, limit, {}, askedAt, toDataRequest);
  }

  /** @throws Problem `not_found`, also before the file is ready and once it is gone */
  async readDataFile(id: string): Promise<CustomerFile> {
    const request = await this.db.transaction((em) => em.findOne(ShopifyDataRequest, { id }));
    if (!request) throw notFound();
    if (request.state === 'waiting')
      throw problem('not_found', 'The file is not ready yet. Ask again in a minute.');
    const content = request.state === 'ready' ? await opened(this.files.read(dataFileKey(id))) : undefined;
    if (!content) throw problem('not_found', 'The file is gone. `state` of the request says why.');
    return JSON.parse(await text(content)) as CustomerFile;
  }

  /** Newest first. */
  async listErasures({ limit, cursor }: Page) {
    const where = olderThan(erasurePages.decode(cursor, {}), 'requested_at');
    const rows = await this.db.transaction((em) =>
      em.find(ShopifyErasure, where, { orderBy: newestAsked, limit: limit + 1 }),
    );
    return erasurePages.page(rows, limit, {}, askedAt, toErasure);
  }
}
