import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Endpoint } from '../../auth/access/endpoint.js';
import { CallerSignal } from '../../common/http/caller-signal.js';
import { IdPipe } from '../../common/http/id.pipe.js';
import { FileUpload, type Upload } from '../../files/multipart-upload.js';
import { importDescriptions } from './import-descriptions.js';
import { ImportFilesService } from './import-files.service.js';
import { fixesBody, type FixesBody } from './import-fixes.dto.js';
import { ImportFixesService } from './import-fixes.service.js';
import { ImportPreviewService } from './import-preview.service.js';
import { importPreviewDto } from './import-preview.dto.js';
import {
  formatQuery,
  passingErrors,
  previewForm,
  spreadsheetTypes,
  uploadErrors,
  uploadForm,
  type FileFormat,
} from './import-upload.dto.js';
import {
  importErrorPage,
  importErrorQuery,
  importListQuery,
  orderImportDto,
  orderImportPage,
  type ImportErrorQuery,
  type ImportListQuery,
} from './order-imports.dto.js';
import { OrderImportsService } from './order-imports.service.js';

@ApiTags('Stop imports')
@Controller('v1/stop-imports')
export class StopImportsController {
  constructor(
    private readonly imports: OrderImportsService,
    private readonly previews: ImportPreviewService,
    private readonly files: ImportFilesService,
    private readonly fixes: ImportFixesService,
  ) {}

  @Post()
  @Endpoint({
    permission: 'stops:write',
    summary: 'Upload a spreadsheet of stops, with a Client ID where one belongs to a client',
    description:
      'Rows become unassigned stops at once, without a draft; one with a Client ID shows in that client’s portal. It runs in the background: ask for it until its status says that it has ended. `dryRun` checks without making anything.',
    returns: 'The import, which waits for its turn.',
    response: orderImportDto,
    etag: true,
    status: 202,
    upload: uploadForm,
    errors: uploadErrors,
  })
  createStopImport(@FileUpload() upload: Upload) {
    return this.imports.startImport(upload);
  }

  @Get()
  @Endpoint({
    permission: 'stops:read',
    summary: 'List imports of stops',
    description: 'Only the organization’s own: clients’ imports of orders are not listed.',
    returns: 'One page of imports, newest first.',
    response: orderImportPage,
    errors: ['cursor_invalid', 'cursor_mismatch'],
  })
  listStopImports(@Query({ schema: importListQuery }) query: ImportListQuery) {
    return this.imports.listImports(query);
  }

  @Post('preview')
  @Endpoint({
    permission: 'stops:write',
    summary: 'See how a spreadsheet of stops would be read; nothing is kept',
    description: importDescriptions.preview,
    returns: 'How the columns and the first rows would be read.',
    response: importPreviewDto,
    safe: true,
    upload: previewForm,
    errors: passingErrors,
  })
  previewStopImport(@FileUpload() upload: Upload, @CallerSignal() signal: AbortSignal) {
    return this.previews.previewImport(upload, signal);
  }

  @Get('template')
  @Endpoint({
    permission: 'stops:read',
    sdkName: 'downloadTemplate',
    summary: 'Get a spreadsheet of stops to fill in, with two example rows',
    description:
      'Has the dispatchers’ columns besides those of orders: Client ID, earliest and latest time, time at the stop. Imported as it stands, it succeeds.',
    returns: 'The template as a file.',
    produces: Object.values(spreadsheetTypes),
  })
  downloadStopTemplate(@Query({ schema: formatQuery }) { format }: { format: FileFormat }) {
    return this.files.template(format);
  }

  @Get(':id')
  @Endpoint({
    permission: 'stops:read',
    summary: 'Get an import of stops and how far it is',
    description: importDescriptions.progress,
    returns: 'The import as it is now.',
    response: orderImportDto,
    etag: true,
    errors: ['not_found'],
  })
  getStopImport(@Param('id', IdPipe) id: string) {
    return this.imports.getImport(id);
  }

  @Get(':id/errors')
  @Endpoint({
    permission: 'stops:read',
    summary: 'List what was wrong or odd in the stops, by row and column',
    description: importDescriptions.errors,
    returns: 'One page of errors and warnings, by row.',
    response: importErrorPage,
    errors: ['not_found', 'cursor_invalid', 'cursor_mismatch'],
  })
  listStopImportErrors(
    @Param('id', IdPipe) id: string,
    @Query({ schema: importErrorQuery }) query: ImportErrorQuery,
  ) {
    return this.imports.listErrors(id, query);
  }

  @Get(':id/rejected-rows')
  @Endpoint({
    permission: 'stops:read',
    sdkName: 'downloadRejectedRows',
    summary: 'Get the rejected stops as a spreadsheet, with their reasons, to correct and upload again',
    description: importDescriptions.rejectedRows,
    returns: 'The rejected rows as a file.',
    produces: Object.values(spreadsheetTypes),
    errors: ['not_found', 'too_many_at_once'],
  })
  downloadRejectedStops(
    @Param('id', IdPipe) id: string,
    @Query({ schema: formatQuery }) { format }: { format: FileFormat },
    @CallerSignal() signal: AbortSignal,
  ) {
    return this.files.rejectedRows(id, format, signal);
  }

  @Post(':id/fixes')
  @Endpoint({
    permission: 'stops:write',
    summary: 'Import rejected rows of stops with what was likely meant, or other values',
    description: importDescriptions.fixes,
    returns: 'The import of those rows, which waits for its turn.',
    response: orderImportDto,
    etag: true,
    status: 202,
    location: '/v1/stop-imports',
    errors: ['not_found', 'import_not_fixable'],
  })
  fixStopImport(@Param('id', IdPipe) id: string, @Body({ schema: fixesBody }) body: FixesBody) {
    return this.fixes.fixImport(id, body);
  }

  @Post(':id/cancel')
  @Endpoint({
    permission: 'stops:write',
    summary: 'Cancel an import of stops',
    description: importDescriptions.cancel,
    returns: 'The import, which has ended or is about to.',
    response: orderImportDto,
    etag: true,
    errors: ['not_found', 'import_not_cancellable'],
  })
  cancelStopImport(@Param('id', IdPipe) id: string) {
    return this.imports.cancelImport(id);
  }

  @Post(':id/undo')
  @Endpoint({
    permission: 'stops:write',
    summary: 'Remove the stops an import made that are still unassigned',
    description:
      'Stops on a route stay, also once they were visited. Clients lose sight of those that are removed. While it runs it answers `import_not_undoable`: cancel it first.',
    returns: 'The import; `message` says how many stops were removed.',
    response: orderImportDto,
    etag: true,
    errors: ['not_found', 'import_not_undoable'],
  })
  undoStopImport(@Param('id', IdPipe) id: string) {
    return this.imports.undoImport(id);
  }
}
