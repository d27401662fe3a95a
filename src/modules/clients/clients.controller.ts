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
    description: 'The filters can be combined.',
    returns: 'A page of clients.',
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
    description: 'Its `ETag` is needed to change it safely.',
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
    description: 'What is absent stays as it is.',
    returns: 'The client as it is now.',
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
    returns: 'The client, archived.',
    description: 'Its people are signed out and its API keys refused at once. Its orders stay.',
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
      'Its people can sign in again, and its API keys work again. A client that is not archived stays as it is.',
    returns: 'The client, open again.',
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
    description: 'To change who they are is up to the client itself.',
    returns: 'A page of the people of that client.',
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
    description: 'Names are those of `GET /v1/order-fields`, such as `recipient.phone`.',
    returns: 'The names of the fields.',
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
      'Replaces the whole list. Drafts that lack one of them say so in `missingFields`, and cannot be submitted until it is filled; submitted orders stay.',
    returns: 'The names of the fields as they are now.',
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
