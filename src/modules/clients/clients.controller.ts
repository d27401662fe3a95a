import { Body, Controller, Get, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Endpoint } from '../../auth/access/endpoint.js';
import { IdPipe } from '../../common/http/id.pipe.js';
import { plainPageQuery } from '../../common/schemas/schemas.js';
import { memberPage } from '../teams/members.dto.js';
import {
  clientDto,
  clientPage,
  clientQuery,
  requiredFieldNamesDto,
  setRequiredFieldsBody,
  updateClientBody,
  type ClientDto,
  type ClientQuery,
  type RequiredFieldNames,
  type SetRequiredFields,
  type UpdateClient,
} from './clients.dto.js';
import { ClientsService } from './clients.service.js';

@ApiTags('Clients')
@Controller('v1/clients')
export class ClientsController {
  constructor(private readonly clients: ClientsService) {}

  @Get()
  @Endpoint({
    permission: 'clients:read',
    summary: 'List clients',
    description:
      'Archived clients are listed too; `status` filters them, and `q` looks in name, Client ID and contact e-mail.',
    returns: 'One page of clients, newest first.',
    response: clientPage,
    errors: ['cursor_invalid', 'cursor_mismatch'],
  })
  listClients(@Query({ schema: clientQuery }) query: ClientQuery) {
    return this.clients.listClients(query);
  }

  @Get(':id')
  @Endpoint({
    permission: 'clients:read',
    summary: 'Get a client',
    description:
      'Its `clientCode` is the Client ID that dispatchers give stops and spreadsheet rows to show them in the client’s portal.',
    returns: 'The client.',
    response: clientDto,
    etag: true,
    errors: ['not_found'],
  })
  getClient(@Param('id', IdPipe) id: string): Promise<ClientDto> {
    return this.clients.getClient(id);
  }

  @Patch(':id')
  @Endpoint({
    permission: 'clients:write',
    summary: 'Change a client',
    description:
      'Takes effect with the client’s next request; orders it has already submitted stay as they are. Without `allowOrderUpload` the client can neither make nor submit orders (`order_upload_not_allowed`), but sees what dispatchers make for it.',
    returns: 'The client with its new version.',
    response: clientDto,
    etag: true,
    errors: ['not_found', 'stale_version'],
  })
  updateClient(
    @Param('id', IdPipe) id: string,
    @Body({ schema: updateClientBody }) body: UpdateClient,
  ): Promise<ClientDto> {
    return this.clients.updateClient(id, body);
  }

  @Post(':id/archive')
  @Endpoint({
    permission: 'clients:write',
    summary: 'Archive a client',
    description:
      'Its people are signed out and its API keys refused at once. Its orders stay and go on, but it gets no new stops (`client_archived`).',
    returns: 'The client, which is archived now.',
    response: clientDto,
    etag: true,
    errors: ['not_found'],
  })
  archiveClient(@Param('id', IdPipe) id: string): Promise<ClientDto> {
    return this.clients.archiveClient(id);
  }

  @Post(':id/restore')
  @Endpoint({
    permission: 'clients:write',
    summary: 'Take a client out of the archive',
    description:
      'Its people can sign in again and its API keys work again; sessions that ended do not come back. A client that is not archived stays as it is.',
    returns: 'The client, which is active again, or invited if nobody has signed up yet.',
    response: clientDto,
    etag: true,
    errors: ['not_found'],
  })
  restoreClient(@Param('id', IdPipe) id: string): Promise<ClientDto> {
    return this.clients.restoreClient(id);
  }

  @Get(':id/members')
  @Endpoint({
    permission: 'clients:read',
    summary: 'List the people of a client',
    description: 'Read only for the organization: the client’s own owner and admins manage its team.',
    returns: 'One page of the client’s members, newest first.',
    response: memberPage,
    errors: ['not_found', 'cursor_invalid', 'cursor_mismatch'],
  })
  listClientMembers(
    @Param('id', IdPipe) id: string,
    @Query({ schema: plainPageQuery }) query: z.output<typeof plainPageQuery>,
  ) {
    return this.clients.listClientMembers(id, query);
  }

  @Get(':id/required-fields')
  @Endpoint({
    permission: 'clients:read',
    summary: 'Get the fields that a client’s orders must fill',
    description:
      'Fields have the names that `GET /v1/order-fields` lists. The client reads the same at `GET /v1/required-fields`.',
    returns: 'The names of the required fields.',
    response: requiredFieldNamesDto,
    etag: true,
    errors: ['not_found'],
  })
  getClientRequiredFields(@Param('id', IdPipe) id: string): Promise<RequiredFieldNames> {
    return this.clients.getRequiredFields(id);
  }

  @Put(':id/required-fields')
  @Endpoint({
    permission: 'clients:write',
    summary: 'Set the fields that a client’s orders must fill',
    description:
      'Replaces the whole list. Applies from the next submit on: drafts may then lack fields, and submitted orders stay.',
    returns: 'The names of the fields that are required now.',
    response: requiredFieldNamesDto,
    etag: true,
    errors: ['not_found', 'stale_version'],
  })
  setClientRequiredFields(
    @Param('id', IdPipe) id: string,
    @Body({ schema: setRequiredFieldsBody }) body: SetRequiredFields,
  ): Promise<RequiredFieldNames> {
    return this.clients.setRequiredFields(id, body);
  }
}
