import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Endpoint } from '../../auth/access/endpoint.js';
import { requiredFieldNamesDto, type RequiredFieldNames } from '../clients/clients.dto.js';
import { jsonSchemaDto, orderFieldPage } from './required-fields.dto.js';
import { RequiredFieldsService } from './required-fields.service.js';

@ApiTags('Required fields')
@Controller('v1')
export class RequiredFieldsController {
  constructor(private readonly fields: RequiredFieldsService) {}

  @Get('order-fields')
  @Endpoint({
    permission: 'fields:read',
    summary: 'Every field an order may have, and its spreadsheet column',
    description:
      'For building forms and spreadsheets: name, label, header, accepted synonyms, type and an example. A field’s name is its path in an order.',
    returns: 'Every field, in one page.',
    response: orderFieldPage,
  })
  listOrderFields() {
    return this.fields.listOrderFields();
  }

  @Get('required-fields')
  @Endpoint({
    permission: 'required-fields:read',
    summary: 'What your orders must fill before they are submitted',
    description: 'Your delivery company sets them. An order without one of them stays a draft.',
    returns: 'The names of the fields.',
    response: requiredFieldNamesDto,
  })
  getRequiredFields(): Promise<RequiredFieldNames> {
    return this.fields.getRequiredFields();
  }

  @Get('order-schema')
  @Endpoint({
    permission: 'required-fields:read',
    summary: 'JSON Schema 2020-12 of an order that you may submit',
    description:
      'Checks an order before it is sent. The API itself accepts drafts that lack fields; submitting does not.',
    returns: 'A JSON Schema, made for your required fields.',
    response: jsonSchemaDto,
  })
  getOrderSchema() {
    return this.fields.getOrderSchema();
  }
}
