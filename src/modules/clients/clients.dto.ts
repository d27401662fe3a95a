import { z } from 'zod';
import { withVersion } from '../../common/etag.js';
import { email, pageOf, pageQuery, nameText, text, timestamp, uuid } from '../../common/schemas.js';
import { requiredFieldNames } from '../../order-fields/required-field-names.schema.js';
import { clientStatuses, type Client } from './client.entity.js';

const fieldNames = z.array(z.string()).meta({ example: ['address.zip', 'recipient.phone'] });

export const clientDto = z
  .object({
    id: uuid,
    companyName: z.string(),
    contactEmail: z.string().nullable(),
    clientCode: z.string().nullable().meta({
      description: 'The Client ID that spreadsheets carry; made when the client’s first user signs up.',
      example: 'CL-7K2M9Q',
    }),
    status: z.enum(clientStatuses),
    allowOrderUpload: z.boolean(),
    defaultDepotId: uuid,
    requiredFields: fieldNames,
    createdAt: timestamp,
  })
  .meta({ id: 'Client' });
export type ClientDto = z.output<typeof clientDto>;

export const clientPage = pageOf(clientDto, 'ClientPage');

export const clientQuery = z.object({
  ...pageQuery,
  status: z.enum(clientStatuses).optional(),
  q: text(200).optional().meta({ description: 'Part of the company’s name, Client ID or contact e-mail.' }),
});
export type ClientQuery = z.output<typeof clientQuery>;

export const clientSettings = {
  companyName: nameText(200).meta({ example: 'Book Nook' }),
  contactEmail: email.nullable().optional(),
  allowOrderUpload: z.boolean().optional().meta({
    description: 'Whether the client may hand in orders itself; takes effect with its next request.',
    example: true,
  }),
  defaultDepotId: uuid
    .optional()
    .meta({ description: 'Where its orders start from; default: the main depot.', example: undefined }),
  requiredFields: requiredFieldNames.optional(),
};

export const updateClientBody = z
  .strictObject({ ...clientSettings, companyName: clientSettings.companyName.optional() })
  .meta({ id: 'UpdateClient' });
export type UpdateClient = z.output<typeof updateClientBody>;

export type NewClient = UpdateClient & { companyName: string };

export const requiredFieldNamesDto = z.object({ requiredFields: fieldNames }).meta({ id: 'RequiredFields' });
export type RequiredFieldNames = z.output<typeof requiredFieldNamesDto>;

export const setRequiredFieldsBody = z
  .strictObject({ requiredFields: requiredFieldNames })
  .meta({ id: 'SetRequiredFields' });
export type SetRequiredFields = z.output<typeof setRequiredFieldsBody>;

export function toClient(client: Client): ClientDto {
  return withVersion(
    {
      id: client.id,
      companyName: client.companyName,
      contactEmail: client.contactEmail ?? null,
      clientCode: client.clientCode ?? null,
      status: client.status,
      allowOrderUpload: client.allowOrderUpload,
      defaultDepotId: client.defaultDepotId,
      requiredFields: client.requiredFields,
      createdAt: client.createdAt.toISOString(),
    },
    client.version,
  );
}

export function toRequiredFields({ requiredFields, version }: Client): RequiredFieldNames {
  return withVersion({ requiredFields }, version);
}
