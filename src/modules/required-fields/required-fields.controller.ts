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
    response: orderFieldPage,
  })
  listOrderFields() {
    return this.fields.listOrderFields();
  }

  @Get('required-fields')
  @Endpoint({
    permission: 'required-fields:read',
    summary: 'What your orders must fill before they are submitted',
    response: requiredFieldNamesDto,
  })
  getRequiredFields(): Promise<RequiredFieldNames> {
    return this.fields.getRequiredFields();
  }

  @Get('order-schema')
  @Endpoint({
    permission: 'required-fields:read',
    summary: 'JSON Schema 2020-12 of an order that you may submit',
    response: jsonSchemaDto,
  })
  getOrderSchema() {
    return this.fields.getOrderSchema();
  }
}
