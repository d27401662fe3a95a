import { z } from 'zod';
import { withVersion } from '../../common/http/etag.js';
import {
  email,
  optionalText,
  pageOf,
  nameText,
  storedEmail,
  timestamp,
  uuid,
} from '../../common/schemas/schemas.js';
import type { Driver } from './driver.entity.js';

export const driverDto = z
  .object({
    id: uuid.describe('Id of the driver.'),
    name: z.string().describe('Name of the driver.'),
    email: storedEmail.nullable().describe('E-mail address of the driver; null if not told.'),
    phone: z.string().nullable().describe('Phone number of the driver; null if not told.'),
    createdAt: timestamp.describe('When the driver was added.'),
  })
  .meta({ id: 'Driver', description: 'A person who drives routes.' });
export type DriverDto = z.output<typeof driverDto>;

export const driverPage = pageOf(driverDto, 'DriverPage', 'drivers');

const name = nameText(200).meta({
  description: 'Name of the driver, up to 200 characters.',
  example: 'Robin Vale',
});
const aboutEmail = 'E-mail address of the driver; null for none.';
const contact = {
  email: email
    .nullish()
    .transform((value) => value ?? null)
    .describe(aboutEmail),
  phone: optionalText(50).meta({
    description: 'Phone number of the driver, up to 50 characters; null for none.',
    example: '+12125550142',
  }),
};

export const createDriverBody = z
  .strictObject({ name, ...contact })
  .meta({ id: 'CreateDriver', description: 'A new driver.' });
export type CreateDriver = z.output<typeof createDriverBody>;

export const updateDriverBody = z
  .strictObject({
    name: name.optional(),
    email: email.nullable().optional().describe(aboutEmail),
    phone: contact.phone.optional(),
  })
  .meta({ id: 'UpdateDriver', description: 'Changes to a driver. What it leaves out stays.' });
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
