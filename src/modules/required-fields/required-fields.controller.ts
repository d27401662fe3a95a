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
    sdkName: 'orderFields.list',
    summary: 'Every field an order may have, and its spreadsheet column',
    description:
      'The same names are used in `requiredFields`, in the mappings of imports, and as paths in the order. Dispatchers also get the columns that are theirs alone, such as Client ID.',
    returns: 'All fields on one page.',
    response: orderFieldPage,
  })
  listOrderFields() {
    return this.fields.listOrderFields();
  }

  @Get('required-fields')
  @Endpoint({
    permission: 'required-fields:read',
    summary: 'What your orders must fill before they are submitted',
    description:
      'The delivery company sets them. `missingFields` of a draft says which of them it still lacks.',
    returns: 'The names of the required fields.',
    response: requiredFieldNamesDto,
  })
  getRequiredFields(): Promise<RequiredFieldNames> {
    return this.fields.getRequiredFields();
  }

  @Get('order-schema')
  @Endpoint({
    permission: 'required-fields:read',
    sdkName: 'orderFields.getSchema',
    summary: 'JSON Schema 2020-12 of an order that you may submit',
    description:
      'Made from the fields that are required now: read it again when they change. Use it to check orders, or to build a form, before sending them.',
    returns: 'A JSON Schema of the body of `POST /v1/orders`, with what is required now.',
    response: jsonSchemaDto,
  })
  getOrderSchema() {
    return this.fields.getOrderSchema();
  }
}
