import { z } from 'zod';
import { described } from '../../common/schemas/described.js';
import { withVersion } from '../../common/http/etag.js';
import {
  email,
  pageOf,
  pageQuery,
  lineText,
  nameText,
  storedEmail,
  timestamp,
  uuid,
} from '../../common/schemas/schemas.js';
import { membershipClient } from '../../auth/sessions/sessions.dto.js';
import { requiredFieldNames } from '../../order-fields/required-field-names.schema.js';
import { requiredProof } from '../organizations/required-proof.dto.js';
import { clientStatuses, type Client } from './client.entity.js';

const fieldNames = z.array(z.string()).meta({
  description:
    'Names of the fields that every order of the client must fill, as `GET /v1/order-fields` lists them.',
  example: ['address.zip', 'recipient.phone'],
});

const clientStatus = described(
  'How far a client is:',
  {
    invited: 'None of its people has signed up yet.',
    active: 'It has people who can sign in.',
    archived: 'Its people cannot sign in; its orders stay.',
  },
  { values: clientStatuses },
).meta({ id: 'ClientStatus' });

export const clientDto = z
  .object({
    id: uuid.describe('Id of the client.'),
    companyName: z.string().describe('Name of the client’s company.'),
    contactEmail: storedEmail.nullable().describe('Whom to write to at the client; null if not told.'),
    clientCode: membershipClient.shape.clientCode,
    status: clientStatus.describe('How far the client is.'),
    allowOrderUpload: z.boolean().describe('Whether the client may hand in orders itself.'),
    defaultDepotId: uuid.describe('Id of the depot from which its orders are delivered unless told.'),
    requiredFields: fieldNames,
    requiredProof: requiredProof
      .nullable()
      .describe(
        'What every delivery for the client must leave behind; null for what the organization requires.',
      ),
    createdAt: timestamp.describe('When the client was added.'),
  })
  .meta({ id: 'Client', description: 'A company that hands over its orders to the organization.' });
export type ClientDto = z.output<typeof clientDto>;

export const clientPage = pageOf(clientDto, 'ClientPage', 'clients');

export const clientQuery = z.strictObject({
  ...pageQuery,
  status: clientStatus.optional().describe('Only clients in this state.'),
  q: lineText(200).optional().meta({
    description:
      'Only clients with this text in the company’s name, Client ID or contact e-mail, up to 200 characters.',
  }),
});
export type ClientQuery = z.output<typeof clientQuery>;

export const clientSettings = {
  companyName: nameText(200).meta({
    description: 'Name of the client’s company, up to 200 characters.',
    example: 'Book Nook',
  }),
  contactEmail: email
    .nullable()
    .optional()
    .describe('Whom to write to at the client, and where its first invitation goes; null for none.'),
  allowOrderUpload: z.boolean().optional().meta({
    description:
      'Whether the client may hand in orders itself; takes effect with its next request. Of a new client: false unless told.',
    example: true,
  }),
  defaultDepotId: uuid.optional().meta({
    description:
      'Id of the depot from which its orders are delivered unless told. Of a new client: the main depot unless told.',
    example: undefined,
  }),
  requiredFields: requiredFieldNames.optional(),
  requiredProof: requiredProof.nullable().optional().meta({
    description:
      'What every attempt for the client that ends in `delivered_…` must leave behind; null for what the organization requires.',
  }),
};

export const updateClientBody = z
  .strictObject({ ...clientSettings, companyName: clientSettings.companyName.optional() })
  .meta({ id: 'UpdateClient', description: 'Changes to a client. What it leaves out stays.' });
export type UpdateClient = z.output<typeof updateClientBody>;

export type NewClient = UpdateClient & { companyName: string };

export const requiredFieldNamesDto = z
  .object({ requiredFields: fieldNames })
  .meta({ id: 'RequiredFields', description: 'What every submitted order of a client must fill.' });
export type RequiredFieldNames = z.output<typeof requiredFieldNamesDto>;

export const setRequiredFieldsBody = z
  .strictObject({ requiredFields: requiredFieldNames })
  .meta({ id: 'SetRequiredFields', description: 'What every submitted order of the client must fill.' });
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
      requiredProof: client.requiredProof ?? null,
      createdAt: client.createdAt.toISOString(),
    },
    client.version,
  );
}

export function toRequiredFields({ requiredFields, version }: Client): RequiredFieldNames {
  return withVersion({ requiredFields }, version);
}
