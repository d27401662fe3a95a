import { Injectable } from '@nestjs/common';
import { notFound } from '../../common/problems/problems.js';
import { currentContext } from '../../common/http/request-context.js';
import { callerScope } from '../../database/tenancy/caller-scope.js';
import { Database } from '../../database/database.js';
import { Client } from '../clients/client.entity.js';
import type { RequiredFieldNames } from '../clients/clients.dto.js';
import { ORDER_FIELDS } from '../../order-fields/order-fields.js';
import { orderSchema } from '../../order-fields/order-schema.js';
import { toOrderField, type OrderFieldDto } from './required-fields.dto.js';

/** The fields of an order, and those a client must fill. */
@Injectable()
export class RequiredFieldsService {
  constructor(private readonly db: Database) {}

  /** The field catalogue; only dispatchers get the columns that are theirs. */
  listOrderFields(): { items: OrderFieldDto[]; nextCursor: null } {
    const isDispatcher = currentContext()?.scope.audience === 'organization';
    const fields = ORDER_FIELDS.filter(({ audience }) => isDispatcher || audience === 'all');
    return { items: fields.map(toOrderField), nextCursor: null };
  }

  /** The fields that the calling client's orders must fill. */
  async getRequiredFields(): Promise<RequiredFieldNames> {
    const scope = callerScope();
    if (scope.audience !== 'client') throw notFound();
    const { requiredFields } = await this.db.transaction((em) =>
      em.findOneOrFail(Client, { id: scope.clientId }),
    );
    return { requiredFields };
  }

  /** JSON Schema 2020-12 of an order that the calling client may submit. */
  async getOrderSchema(): Promise<Record<string, unknown>> {
    const { requiredFields } = await this.getRequiredFields();
    return { ...orderSchema(requiredFields) };
  }
}
