import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Endpoint } from '../../auth/access/endpoint.js';
import { CallerSignal } from '../../common/http/caller-signal.js';
import { IdPipe } from '../../common/http/id.pipe.js';
import { FileUpload, type Upload } from '../../files/multipart-upload.js';
import { ImportFilesService } from './import-files.service.js';
import { ImportPreviewService } from './import-preview.service.js';
import { importPreviewDto } from './import-preview.dto.js';
import {
  formatQuery,
  previewForm,
  spreadsheetTypes,
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
import { listBound } from './running/import-outcome.js';

@ApiTags('Stop imports')
@Controller('v1/stop-imports')
export class StopImportsController {
  constructor(
    private readonly imports: OrderImportsService,
    private readonly previews: ImportPreviewService,
    private readonly files: ImportFilesService,
  ) {}

  @Post()
  @Endpoint({
    permission: 'stops:write',
    summary: 'Upload a spreadsheet of stops, with a Client ID where one belongs to a client',
    description: 'Answers before the file is read. Rows with a Client ID show in that client’s portal.',
    returns: 'The import, queued: poll it until it has ended.',
    response: orderImportDto,
    etag: true,
    status: 202,
    upload: uploadForm,
    errors: ['too_large', 'unsupported_media_type', 'upload_incomplete'],
  })
  createStopImport(@FileUpload() upload: Upload) {
    return this.imports.startImport(upload);
  }

  @Get()
  @Endpoint({
    permission: 'stops:read',
    summary: 'List imports of stops',
    description: 'Those that dispatchers made, not those of clients.',
    returns: 'A page of imports, the newest first.',
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
    description: 'Reads the beginning of the file alone. Send the mapping, corrected, with the upload.',
    returns: 'The mapping that was found, the first rows and their errors.',
    response: importPreviewDto,
    safe: true,
    upload: previewForm,
    errors: [
      'spreadsheet_unreadable',
      'too_large',
      'too_many_at_once',
      'unsupported_media_type',
      'upload_incomplete',
    ],
  })
  previewStopImport(@FileUpload() upload: Upload, @CallerSignal() signal: AbortSignal) {
    return this.previews.previewImport(upload, signal);
  }

  @Get('template')
  @Endpoint({
    permission: 'stops:read',
    sdkName: 'downloadTemplate',
    summary: 'Get a spreadsheet of stops to fill in, with two example rows',
    description: 'With the columns for dispatchers too: Client ID, times and time at the stop.',
    returns: 'The spreadsheet in the wanted format.',
    produces: Object.values(spreadsheetTypes),
  })
  downloadStopTemplate(@Query({ schema: formatQuery }) { format }: { format: FileFormat }) {
    return this.files.template(format);
  }

  @Get(':id')
  @Endpoint({
    permission: 'stops:read',
    summary: 'Get an import of stops and how far it is',
    description:
      'Poll it every second or two until `status` is one of an end: completed, failed or cancelled.',
    returns: 'The import, with its counts, its mapping and its `message`.',
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
    returns: 'A page of errors and warnings, in the order of the rows.',
    description: listBound,
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
    description:
      'The file’s own columns and a column with the reasons, so that it can be corrected and uploaded as it is.',
    returns: 'The spreadsheet in the wanted format.',
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

  @Post(':id/cancel')
  @Endpoint({
    permission: 'stops:write',
    summary: 'Cancel an import of stops',
    description: 'What was imported until then stays; undo removes it.',
    returns: 'The import: `cancelled` at once if it had not begun, else within moments.',
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
    description: 'Stops that are on a route stay.',
    returns: 'The import, undone.',
    response: orderImportDto,
    etag: true,
    errors: ['not_found', 'import_not_undoable'],
  })
  undoStopImport(@Param('id', IdPipe) id: string) {
    return this.imports.undoImport(id);
  }
}
