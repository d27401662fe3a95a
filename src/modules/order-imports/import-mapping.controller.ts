import { Controller, Delete, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Endpoint } from '../../auth/access/endpoint.js';
import { forgetQuery, taughtHeaderPage, type ForgetQuery } from './import-mapping.dto.js';
import { ImportMappingService } from './import-mapping.service.js';

@ApiTags('Import mapping')
@Controller('v1/import-mapping')
export class ImportMappingController {
  constructor(private readonly mapping: ImportMappingService) {}

  @Get()
  @Endpoint({
    permission: 'import-mapping:read',
    sdkName: 'importMapping.list',
    summary: 'What your spreadsheets were taught, header by header',
    description:
      'The `mapping` of an upload is remembered, unless it says `saveMapping=false`: the next file with such a header is read the same way. A client sees what its own files were taught, dispatchers what those of stops were.',
    returns: 'All headers on one page, by name.',
    response: taughtHeaderPage,
  })
  listTaughtHeaders() {
    return this.mapping.list();
  }

  @Delete()
  @Endpoint({
    permission: 'import-mapping:write',
    sdkName: 'importMapping.forget',
    summary: 'Forget what your spreadsheets were taught, all of it or one header',
    description: 'Imports that ran stay as they are. A `header` that is not remembered answers `not_found`.',
    returns: 'It is forgotten.',
    errors: ['not_found'],
  })
  forgetTaughtHeaders(@Query({ schema: forgetQuery }) { header }: ForgetQuery): Promise<void> {
    return this.mapping.forget(header);
  }
}
