import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Endpoint } from '../../auth/access/endpoint.js';
import { CallerSignal } from '../../common/http/caller-signal.js';
import { IdPipe } from '../../common/http/id.pipe.js';
import { FileUpload, type Upload } from '../../files/multipart-upload.js';
import { importDescriptions } from './import-descriptions.js';
import { importComparisonDto } from './import-comparison.dto.js';
import { ImportComparisonService } from './import-comparison.service.js';
import { ImportFilesService } from './import-files.service.js';
import { fixesBody, type FixesBody } from './import-fixes.dto.js';
import { ImportFixesService } from './import-fixes.service.js';
import { ImportPreviewService } from './import-preview.service.js';
import { importPreviewDto } from './import-preview.dto.js';
import {
  comparisonForm,
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

@ApiTags('Order imports')
@Controller('v1/order-imports')
export class OrderImportsController {
  constructor(
    private readonly imports: OrderImportsService,
    private readonly previews: ImportPreviewService,
    private readonly comparisons: ImportComparisonService,
    private readonly files: ImportFilesService,
    private readonly fixes: ImportFixesService,
  ) {}

  @Post()
  @Endpoint({
    permission: 'orders:write',
    summary: 'Upload a spreadsheet of orders; its good rows become drafts',
    description:
      'Columns are found by their headers, in any order and in many spellings; `mapping` settles the rest. It runs in the background: ask for it until its status says that it has ended. `dryRun` checks without making anything.',
    returns: 'The import, which waits for its turn.',
    response: orderImportDto,
    etag: true,
    status: 202,
    upload: uploadForm,
    errors: ['order_upload_not_allowed', ...uploadErrors],
  })
  createOrderImport(@FileUpload() upload: Upload) {
    return this.imports.startImport(upload);
  }

  @Get()
  @Endpoint({
    permission: 'orders:read',
    summary: 'List imports',
    description:
      'Finished ones stay here with their counts; `status` shows, for example, only those that are running.',
    returns: 'One page of imports, newest first.',
    response: orderImportPage,
    errors: ['cursor_invalid', 'cursor_mismatch'],
  })
  listOrderImports(@Query({ schema: importListQuery }) query: ImportListQuery) {
    return this.imports.listImports(query);
  }

  @Post('preview')
  @Endpoint({
    permission: 'orders:write',
    summary: 'See how a spreadsheet would be read; nothing is kept',
    description: importDescriptions.preview,
    returns: 'How the columns and the first rows would be read.',
    response: importPreviewDto,
    safe: true,
    upload: previewForm,
    errors: ['order_upload_not_allowed', ...passingErrors],
  })
  previewOrderImport(@FileUpload() upload: Upload, @CallerSignal() signal: AbortSignal) {
    return this.previews.previewImport(upload, signal);
  }

  @Post('compare')
  @Endpoint({
    permission: 'orders:write',
    summary: 'Compare a spreadsheet with what was sent before; nothing is kept',
    description: importDescriptions.compare,
    returns: 'What is new, changed and gone.',
    response: importComparisonDto,
    safe: true,
    upload: comparisonForm,
    errors: ['not_found', 'order_upload_not_allowed', ...passingErrors],
  })
  compareOrderImport(@FileUpload() upload: Upload, @CallerSignal() signal: AbortSignal) {
    return this.comparisons.compareImport(upload, signal);
  }

  @Get('template')
  @Endpoint({
    permission: 'orders:read',
    sdkName: 'downloadTemplate',
    summary: 'Get a spreadsheet to fill in, with two example rows',
    description:
      'The first row fills every column, the second only what your orders must fill. Imported as it stands, it succeeds.',
    returns: 'The template as a file.',
    produces: Object.values(spreadsheetTypes),
  })
  downloadOrderTemplate(@Query({ schema: formatQuery }) { format }: { format: FileFormat }) {
    return this.files.template(format);
  }

  @Get(':id')
  @Endpoint({
    permission: 'orders:read',
    summary: 'Get an import and how far it is',
    description: importDescriptions.progress,
    returns: 'The import as it is now.',
    response: orderImportDto,
    etag: true,
    errors: ['not_found'],
  })
  getOrderImport(@Param('id', IdPipe) id: string) {
    return this.imports.getImport(id);
  }

  @Get(':id/errors')
  @Endpoint({
    permission: 'orders:read',
    summary: 'List what was wrong or odd, by row and column',
    description: importDescriptions.errors,
    returns: 'One page of errors and warnings, by row.',
    response: importErrorPage,
    errors: ['not_found', 'cursor_invalid', 'cursor_mismatch'],
  })
  listOrderImportErrors(
    @Param('id', IdPipe) id: string,
    @Query({ schema: importErrorQuery }) query: ImportErrorQuery,
  ) {
    return this.imports.listErrors(id, query);
  }

  @Get(':id/rejected-rows')
  @Endpoint({
    permission: 'orders:read',
    summary: 'Get the rejected rows as a spreadsheet, with their reasons, to correct and upload again',
    description: importDescriptions.rejectedRows,
    returns: 'The rejected rows as a file.',
    produces: Object.values(spreadsheetTypes),
    errors: ['not_found', 'too_many_at_once'],
  })
  downloadRejectedRows(
    @Param('id', IdPipe) id: string,
    @Query({ schema: formatQuery }) { format }: { format: FileFormat },
    @CallerSignal() signal: AbortSignal,
  ) {
    return this.files.rejectedRows(id, format, signal);
  }

  @Post(':id/fixes')
  @Endpoint({
    permission: 'orders:write',
    summary: 'Import rejected rows of orders with what was likely meant, or other values',
    description: importDescriptions.fixes,
    returns: 'The import of those rows, which waits for its turn.',
    response: orderImportDto,
    etag: true,
    status: 202,
    location: '/v1/order-imports',
    errors: ['not_found', 'order_upload_not_allowed', 'import_not_fixable'],
  })
  fixOrderImport(@Param('id', IdPipe) id: string, @Body({ schema: fixesBody }) body: FixesBody) {
    return this.fixes.fixImport(id, body);
  }

  @Post(':id/cancel')
  @Endpoint({
    permission: 'orders:write',
    summary: 'Stop an import',
    description: importDescriptions.cancel,
    returns: 'The import, which has ended or is about to.',
    response: orderImportDto,
    etag: true,
    errors: ['not_found', 'import_not_cancellable'],
  })
  cancelOrderImport(@Param('id', IdPipe) id: string) {
    return this.imports.cancelImport(id);
  }

  @Post(':id/undo')
  @Endpoint({
    permission: 'orders:write',
    summary: 'Remove the drafts an import made that are still drafts',
    description:
      'Orders that were submitted stay, and drafts that the import updated are not changed back. While it runs it answers `import_not_undoable`: cancel it first. Undo it again when more of its orders are drafts.',
    returns: 'The import; `message` says how many drafts were removed.',
    response: orderImportDto,
    etag: true,
    errors: ['not_found', 'import_not_undoable'],
  })
  undoOrderImport(@Param('id', IdPipe) id: string) {
    return this.imports.undoImport(id);
  }
}
