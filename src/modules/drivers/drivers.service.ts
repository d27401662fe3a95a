import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { CompiledQuery } from 'kysely';
import { ListPages } from '../../common/cursor.js';
import { assertFresh } from '../../common/http/etag.js';
import { notFound } from '../../common/problems/problems.js';
import { callingOrganization } from '../../database/tenancy/caller-scope.js';
import { Database, sqlOf } from '../../database/database.js';
import { ageOf, byAge, newestFirst, olderThan } from '../../database/sql/newest-first.js';
import { toDriver, type CreateDriver, type DriverDto, type UpdateDriver } from './drivers.dto.js';
import { Driver } from './driver.entity.js';

const pages = new ListPages('drivers', byAge);

@Injectable()
export class DriversService {
  constructor(private readonly db: Database) {}

  /** Newest first. */
  async listDrivers({ limit, cursor, ...filters }: { limit: number; cursor?: string }) {
    const after = pages.decode(cursor, filters);
    const drivers = await this.db.transaction((em) =>
      em.find(Driver, olderThan(after), {
        orderBy: newestFirst,
        limit: limit + 1,
      }),
    );
    return pages.page(drivers, limit, filters, ageOf, toDriver);
  }

  async createDriver(input: CreateDriver): Promise<DriverDto> {
    return this.db.transaction(async (em) => {
      const driver = em.create(Driver, { ...input, organizationId: callingOrganization() });
      await em.flush();
      return toDriver(driver);
    });
  }

  async getDriver(id: string): Promise<DriverDto> {
    return this.db.transaction(async (em) => toDriver(await this.driverOf(em, id)));
  }

  async updateDriver(id: string, changes: UpdateDriver): Promise<DriverDto> {
    return this.db.transaction(async (em) => {
      const driver = await this.driverOf(em, id);
      assertFresh(driver);
      em.assign(driver, changes);
      await em.flush();
      return toDriver(driver);
    });
  }

  /** Deletes a driver; their routes stay, without a driver. */
  async deleteDriver(id: string): Promise<void> {
    await this.db.transaction(async (em) => {
      const driver = await this.driverOf(em, id);
      assertFresh(driver);
      const sql =
        'update routes set driver_id = null, version = version + 1 where organization_id = $1 and driver_id = $2';
      await sqlOf(em).executeQuery(CompiledQuery.raw(sql, [driver.organizationId, id]));
      await em.nativeDelete(Driver, { id });
    });
  }

  private async driverOf(em: EntityManager, id: string): Promise<Driver> {
    const driver = await em.findOne(Driver, { id });
    if (!driver) throw notFound();
    return driver;
  }
}
