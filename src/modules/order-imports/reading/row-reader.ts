import { columnLetters, type SpreadsheetRow } from '../../../spreadsheets/index.js';
import { RowShaper, type SheetColumn } from '../../../order-sheets/index.js';
import { orderFieldOf, findOrderField } from '../../../order-fields/order-fields.js';
import type { OrderContent } from '../../../order-fields/order-content.js';
import { checkRow, type CellProblem } from '../../../order-fields/row-check.js';
import type { NamedClient, ReadPlan } from './read-plan.js';
import { SeenIds } from './seen-ids.js';
import type { StagedProblem } from './staged-orders.js';
import { cut } from './staged-orders.js';

/** A row after every check that needs no database. */
interface ReadRow {
  row: number;
  verdict: 'good' | 'rejected' | 'skipped';
  content: OrderContent | null;
  clientCode: string | null;
  client: NamedClient | null;
  problems: StagedProblem[];
}

/** Problems of a file that are listed in full. A later row keeps its first error, so that none is rejected untold. */
export const problemsListed = 10_000;

const CLIENT_CODE = orderFieldOf('clientCode');
const EXTERNAL_ID = orderFieldOf('externalId');

/** Checks the rows of one file in order: cells, Client IDs and duplicate Ids. */
export class RowReader {
  private readonly seen = new SeenIds();
  private readonly shaper: RowShaper;
  private listed = 0;
  /** Problems left out of the list. */
  unlisted = 0;

  constructor(
    readonly plan: ReadPlan,
    private readonly header: readonly SheetColumn[],
  ) {
    this.shaper = new RowShaper(header, plan.countryCode);
  }

  read({ number: row, cells }: SpreadsheetRow): ReadRow {
    const { order, clientCode, errors, warnings } = checkRow(
      this.shaper.shape(cells),
      this.shaper.columns,
      this.plan,
    );
    const problems: StagedProblem[] = [];
    for (const error of errors) problems.push(this.problem(row, problems.length + 1, 'error', error));
    for (const warning of this.shaper.problems)
      problems.push(this.problem(row, problems.length + 1, 'warning', warning));
    for (const warning of warnings) problems.push(this.problem(row, problems.length + 1, 'warning', warning));
    const result: ReadRow = {
      row,
      verdict: order ? 'good' : 'rejected',
      content: order ?? null,
      clientCode,
      client: null,
      problems,
    };
    if (clientCode !== null) this.resolveClient(result, clientCode);
    if (result.verdict === 'good' && order?.externalId != null) this.claimId(result, order.externalId);
    this.boundProblems(result);
    return result;
  }

  /** A small file can have millions of problems. */
  private boundProblems(result: ReadRow): void {
    const { problems } = result;
    if (this.listed >= problemsListed)
      result.problems = problems.filter(({ severity }) => severity === 'error').slice(0, 1);
    this.listed += result.problems.length;
    this.unlisted += problems.length - result.problems.length;
  }

  private resolveClient(result: ReadRow, code: string): void {
    const client = Object.hasOwn(this.plan.clients, code) ? this.plan.clients[code]! : null;
    result.client = client;
    if (client && !client.archived) return;
    const detail = client
      ? `Client ID "${code}" belongs to an archived client. Restore the client, or take another one.`
      : `Client ID "${code}" is not one of your clients'. Check it in the list of clients, or leave it empty.`;
    this.reject(result, CLIENT_CODE.name, client ? 'client_archived' : 'client_code_unknown', detail, code);
  }

  private claimId(result: ReadRow, id: string): void {
    const before = this.seen.claim(`${result.clientCode ?? ''}\0${id}`, result.row);
    if (before === 0) return;
    if (this.plan.duplicates === 'skip') {
      result.verdict = 'skipped';
      return;
    }
    const detail = `Id "${cut(id, 60)}" already stands in row ${before}. Give each order its own Id, or remove one of the two rows.`;
    this.reject(result, EXTERNAL_ID.name, 'duplicate_id', detail, id);
  }

  private reject(result: ReadRow, field: string, code: string, detail: string, value: string): void {
    const columnIndex = this.shaper.columns.find((column) => column.field.name === field)?.index ?? null;
    const ordinal = result.problems.length + 1;
    result.verdict = 'rejected';
    result.problems.push(
      this.problem(result.row, ordinal, 'error', { field, columnIndex, code, detail, value }),
    );
  }

  private problem(
    row: number,
    ordinal: number,
    severity: 'error' | 'warning',
    { field, columnIndex, code, detail, value }: CellProblem<string>,
  ): StagedProblem {
    return {
      row,
      ordinal,
      severity,
      column: this.columnName(field, columnIndex),
      field,
      code,
      detail,
      value: value === '' ? null : value,
    };
  }

  /** The file's own header; the template's header where the file lacks the column. */
  private columnName(field: string, index: number | null): string | null {
    const source = index === null ? null : this.shaper.sourceOf(index);
    const own = this.header.find((column) => column.index === source);
    if (own) return cut(own.header, 300) || columnLetters(own.index + 1);
    return findOrderField(field)?.header ?? null;
  }
}
