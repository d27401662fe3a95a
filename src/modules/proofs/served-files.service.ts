import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { fileAnswer, type FileConditions } from '../../common/http/byte-ranges.js';
import { notFound } from '../../common/problems/problems.js';
import { SystemSql } from '../../database/tenancy/system-sql.js';
import { FileStore } from '../../files/file-store.js';
import { opened } from '../../files/opened.js';
import { FileLinks } from './file-links.js';
import { pictureKey, thumbnailKey } from './picture-files.js';

export interface ServedFile {
  status: 200 | 206 | 304;
  headers: Record<string, string>;
  content: Readable | undefined;
}

/** Serves pictures to whoever holds a signed URL. */
@Injectable()
export class ServedFilesService {
  constructor(
    private readonly sql: SystemSql,
    private readonly files: FileStore,
    private readonly links: FileLinks,
  ) {}

  /** @throws Problem `not_found`, the same for unknown, forged and expired tokens; `range_not_satisfiable` */
  async open(token: string, conditions: FileConditions): Promise<ServedFile> {
    const claim = this.links.verify(token);
    const row = claim && (await this.rowOf(claim.proofId));
    if (!row) throw notFound();
    const isPicture = claim.variant === 'picture';
    const size = isPicture ? row.size : row.thumbnailSize;
    const etag = `"${row.sha256}${isPicture ? '' : '-thumbnail'}"`;
    const answer = fileAnswer({ size, etag }, conditions);
    const seconds = Math.max(0, Math.floor((claim.expiresAt.getTime() - Date.now()) / 1000));
    const headers = {
      etag,
      'accept-ranges': 'bytes',
      'cache-control': `private, max-age=${seconds}, immutable`,
    };
    if (answer.status === 304) return { status: 304, headers, content: undefined };
    const range = answer.status === 206 ? answer.range : { start: 0, end: size - 1 };
    const key = isPicture ? pictureKey(claim.proofId) : thumbnailKey(claim.proofId);
    const content = await opened(this.files.read(key, range));
    if (!content) throw notFound();
    return {
      status: answer.status,
      headers: {
        ...headers,
        'content-length': String(range.end - range.start + 1),
        ...(answer.status === 206 && { 'content-range': `bytes ${range.start}-${range.end}/${size}` }),
      },
      content,
    };
  }

  private async rowOf(proofId: string) {
    const [row] = await this.sql.query<{ sha256: string; size: number; thumbnailSize: number }>(
      'served_file',
      `select sha256, size, thumbnail_size as "thumbnailSize" from proofs where id = $1 and sha256 is not null and erased_at is null`,
      [proofId],
    );
    return row;
  }
}
