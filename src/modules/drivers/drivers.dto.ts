import { z } from 'zod';
import { withVersion } from '../../common/etag.js';
import { email, optionalText, pageOf, nameText, timestamp, uuid } from '../../common/schemas.js';
import type { Driver } from './driver.entity.js';

export const driverDto = z
  .object({
    id: uuid,
    name: z.string(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    createdAt: timestamp,
  })
  .meta({ id: 'Driver' });
export type DriverDto = z.output<typeof driverDto>;

export const driverPage = pageOf(driverDto, 'DriverPage');

const name = nameText(200).meta({ example: 'Robin Vale' });
const contact = {
  email: email.nullish().transform((value) => value ?? null),
  phone: optionalText(50).meta({ example: '+12125550142' }),
};

export const createDriverBody = z.strictObject({ name, ...contact }).meta({ id: 'CreateDriver' });
export type CreateDriver = z.output<typeof createDriverBody>;

export const updateDriverBody = z
  .strictObject({
    name: name.optional(),
    email: email.nullable().optional(),
    phone: contact.phone.optional(),
  })
  .meta({ id: 'UpdateDriver' });
export type UpdateDriver = z.output<typeof updateDriverBody>;

export function toDriver(driver: Driver): DriverDto {
  return withVersion(
    {
      id: driver.id,
      name: driver.name,
      email: driver.email ?? null,
      phone: driver.phone ?? null,
      createdAt: driver.createdAt.toISOString(),
    },
    driver.version,
  );
}
