import { Inject, Injectable } from '@nestjs/common';
import { problem } from '../../common/problems/problems.js';
import { CONFIG, type Config } from '../../config.js';
import { TenantReads } from '../../database/tenancy/tenant-reads.js';
import { beginning, beginningId } from './event-position.js';
import { selectNewestPlace, selectPlace, type EventSelection, type PlaceRow } from './events.queries.js';

const dayMilliseconds = 86_400_000;

/** Places in the order of events, told by the ids of events: only those of the caller's own can be found. */
@Injectable()
export class EventPositions {
  constructor(
    private readonly reads: TenantReads,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * The place of an event, to go on from with those that are selected. An id that is not there, or somebody else's, is
   * told by its own time whether it may have been one.
   * @throws Problem `cursor_expired`, `cursor_invalid`
   */
  async of(id: string, selection: EventSelection): Promise<PlaceRow> {
    if (id === beginningId) return { ...beginning, id };
    const days = this.config.EVENT_RETENTION_DAYS;
    const [place] = await this.reads.rows<PlaceRow & { expired: boolean }>((statement, scope) =>
      selectPlace(statement, scope, { ...selection, id, days }),
    );
    if (place && !place.expired) return place;
    if (place || madeAt(id) < Date.now() - days * dayMilliseconds) throw problem('cursor_expired');
    throw problem(
      'cursor_invalid',
      'This is the id of no event that you can read. Use one that you got, unchanged.',
    );
  }

  /** The place after everything that has happened, with the id that stands for it. */
  async newest(): Promise<PlaceRow> {
    const [place] = await this.reads.rows<PlaceRow>(selectNewestPlace);
    return place ?? { ...beginning, id: beginningId };
  }
}

/** When a UUIDv7 was made; another id was made at no time that passes for old. */
function madeAt(id: string): number {
  return id[14] === '7' ? Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16) : Infinity;
}
