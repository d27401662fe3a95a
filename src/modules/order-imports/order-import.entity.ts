import { defineEntity, p } from '@mikro-orm/core';
import { createdAt, id, moment, updatedAt, version } from '../../database/sql/columns.js';
import { teamIndexes } from '../../database/sql/newest-first.js';
import type { ColumnTarget, DayOrder, SheetColumn, SheetMapping } from '../../order-sheets/index.js';
import { byTeam, currentOrganization, tenantTable } from '../../database/tenancy/tenancy.js';

export const importStatuses = [
  'queued',
  'running',
  'completed',
  'completed_with_warnings',
  'completed_with_errors',
  'failed',
  'cancelled',
] as const;
export type ImportStatus = (typeof importStatuses)[number];

/** Dispatchers see the imports of stops; imports of a client's orders are visible to the client only. */
const stopImports = `organization_id = ${currentOrganization} and client_id is null`;

const importSchema = defineEntity({
  name: 'OrderImport',
  tableName: 'order_imports',
  properties: {
    id: id(),
    organizationId: p.uuid(),
    clientId: p.uuid().nullable(),
    status: p.string().$type<ImportStatus>().length(30).default('queued'),
    mode: p.string().$type<'skip_invalid' | 'all_or_nothing'>().length(20),
    duplicates: p.string().$type<'reject' | 'skip' | 'update'>().length(10),
    dryRun: p.boolean().default(false),
    fileName: p.string().length(255),
    fileKey: p.string().length(255),
    fileSize: p.bigint('number'),
    fileHash: p.string().length(64),
    /** What the caller said of the file's columns. */
    mapping: p.json().$type<SheetMapping>().nullable(),
    /** Whether later files are taught by it. */
    saveMapping: p.boolean().default(true),
    /** Known once the file is read; the layout below is what the caller asks for until then. */
    columns: p.json().$type<SheetColumn[]>().nullable(),
    headerRow: p.integer().nullable(),
    sheet: p.string().length(300).nullable(),
    profile: p.string().length(60).nullable(),
    /** How dates such as 03/04/2026 are read. */
    dayOrder: p.string().$type<DayOrder>().length(20).nullable(),
    /** What rows of one order have in common; null where each row is an order. */
    groupBy: p.string().$type<'externalId'>().length(20).nullable(),
    /** The import of whose file this one reads only the rows that were fixed. */
    fixesOf: p.uuid().nullable(),
    otherSheets: p.array().$type<string[]>(),
    rowsTotal: p.integer().nullable(),
    rowsProcessed: p.integer().default(0),
    rowsImported: p.integer().default(0),
    /** Fewer than rows where several rows are one order. */
    ordersImported: p.integer().default(0),
    rowsRejected: p.integer().default(0),
    /** Of the rejected rows, those whose Ids orders have that were there before. */
    rowsTaken: p.integer().default(0),
    rowsSkipped: p.integer().default(0),
    /** The spreadsheet row up to which everything is committed; a resumed import continues after it. */
    checkpointRow: p.integer().default(0),
    message: p.string().length(2_000).nullable(),
    failureCode: p.string().length(60).nullable(),
    createdBy: p.json().$type<Record<string, unknown>>(),
    cancelRequestedAt: moment().nullable(),
    undoneAt: moment().nullable(),
    startedAt: moment().nullable(),
    finishedAt: moment().nullable(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    version: version(),
  },
  indexes: teamIndexes('order_imports'),
  ...tenantTable({ organization: stopImports, ...byTeam }),
});

/** One uploaded spreadsheet and the progress of its import. */
export class OrderImport extends importSchema.class {}
importSchema.setClass(OrderImport);

const problemSchema = defineEntity({
  name: 'ImportProblem',
  tableName: 'import_problems',
  properties: {
    importId: p.uuid().primary(),
    row: p.integer().primary(),
    /** Number of the problem within its row, from 1. */
    ordinal: p.integer().primary(),
    organizationId: p.uuid(),
    clientId: p.uuid().nullable(),
    severity: p.string().$type<'error' | 'warning'>().length(10),
    column: p.string().length(300).nullable(),
    field: p.string().length(60).nullable(),
    code: p.string().length(60),
    detail: p.string().length(500),
    value: p.string().length(300).nullable(),
    /** The rows of the order: from, to, and how many. */
    firstRow: p.integer(),
    lastRow: p.integer(),
    rowCount: p.integer().default(1),
    /** What was likely meant, and why. */
    fixValue: p.string().length(2_000).nullable(),
    fixWhy: p.string().length(500).nullable(),
    /** The import that took the row with `fixedValue` in the cell. */
    fixedBy: p.uuid().nullable(),
    fixedValue: p.string().length(2_000).nullable(),
  },
  ...tenantTable({ organization: stopImports, ...byTeam }),
});

/** An error or warning about one cell of an imported spreadsheet. */
export class ImportProblem extends problemSchema.class {}
problemSchema.setClass(ImportProblem);

/** What a header was taken for, as somebody said. */
export interface TaughtHeader {
  /** As that file had it. */
  header: string;
  /** Null leaves the column out. */
  target: ColumnTarget | null;
  /** When, as RFC 3339 says it. */
  taughtAt: string;
}

const mappingSchema = defineEntity({
  name: 'ImportMapping',
  tableName: 'import_mappings',
  properties: {
    id: id(),
    organizationId: p.uuid(),
    clientId: p.uuid().nullable(),
    /** By normalised header, as last confirmed. */
    headers: p.json().$type<Record<string, TaughtHeader>>(),
    updatedAt: updatedAt(),
  },
  uniques: [
    { name: 'import_mappings_client', properties: ['clientId', 'organizationId'] },
    { name: 'import_mappings_organization', properties: ['organizationId'], where: 'client_id is null' },
  ],
  ...tenantTable({ organization: stopImports, ...byTeam }),
});

/** The column mapping that a tenant last confirmed. */
export class ImportMapping extends mappingSchema.class {}
mappingSchema.setClass(ImportMapping);
