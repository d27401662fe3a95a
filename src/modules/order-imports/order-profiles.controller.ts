import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Endpoint } from '../../auth/access/endpoint.js';
import { PROFILES } from '../../order-sheets/index.js';
import { orderProfilePage, toOrderProfile, type OrderProfilePage } from './order-profiles.dto.js';

@ApiTags('Required fields')
@Controller('v1/order-fields/profiles')
export class OrderProfilesController {
  @Get()
  @Endpoint({
    permission: 'fields:read',
    sdkName: 'orderFields.listProfiles',
    summary: 'The spreadsheets of other programs that are known',
    description:
      'Exports of shops and marketplaces, files of carriers and route planners: an import finds by itself that a file is one of them, and then takes its columns as this list says. `profile` of an upload names one, or none.',
    returns: 'All profiles on one page.',
    response: orderProfilePage,
  })
  listOrderProfiles(): OrderProfilePage {
    return { items: PROFILES.map(toOrderProfile), nextCursor: null };
  }
}
