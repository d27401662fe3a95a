import { tidyLine } from '../../../common/schemas/tidy-text.js';
import { columnLetters, type SpreadsheetRow } from '../../../spreadsheets/index.js';
import { OrderGroups, profileOf, RowShaper, type OrderRows } from '../../../order-sheets/index.js';
import { orderFieldOf, findOrderField } from '../../../order-fields/order-fields.js';
import {
  checkRow,
  type CellProblem,
  type RowColumn,
  type RowContext,
} from '../../../order-fields/row-check.js';
import { FixedRows } from './fixed-rows.js';
import { OrderProblems, SoleRow, type ReadOrder } from './read-order.js';
import type { FoundHeader, ReadPlan } from './read-plan.js';
import { SeenIds } from './seen-ids.js';
import { cut } from './staged-orders.js';

/** Problems of a file that are listed in full. A later row keeps its first error, so that none is rejected untold. */
export const problemsListed = 10_000;

type Reject = (field: string, code: string, detail: string, value: string) => void;

const CLIENT_CODE = orderFieldOf('clientCode');
const EXTERNAL_ID = orderFieldOf('externalId');
const ADDRESS = orderFieldOf('address.addressLineOne');

/** Checks the orders of one file, row by row: cells, Client IDs and duplicate Ids. */
export class RowReader {
  private readonly seen = new SeenIds();
  private readonly shaper: RowShaper;
  /** Null where each row is an order. */
  private readonly groups: OrderGroups | null;
  private readonly fixed: FixedRows | null;
  private readonly columns: readonly RowColumn[];
  private readonly context: RowContext;
  private readonly nameOf = (field: string, index: number | null) => this.columnName(field, index);
  /** As an order of which each cell is its header. */
  private readonly headers: readonly string[];
  private listed = 0;
  /** Problems left out of the list. */
  unlisted = 0;

  constructor(
    readonly plan: ReadPlan,
    private readonly header: FoundHeader,
  ) {
    this.shaper = new RowShaper(header.columns, plan.countryCode);
    this.headers = this.shaper.shape(header.columns.map((column) => column.header));
    this.fixed = plan.fixed ? new FixedRows(plan.fixed, this.shaper.columns) : null;
    this.columns = this.fixed?.columns ?? this.shaper.columns;
    this.context = { ...plan, dayOrder: header.dayOrder };
    const { continued = false, totalFirst = false } = profileOf(header.profile ?? '') ?? {};
    this.groups = header.groupBy && new OrderGroups(this.columns, { continued, totalFirst });
  }

  /** @returns the order that is complete with this row, or known to be with the row before it */
  read({ number, cells }: SpreadsheetRow): ReadOrder | null {
    if (this.fixed && !this.fixed.has(number)) return null;
    const shaped = this.shaper.shape(cells);
    const row = {
      number,
      cells: this.fixed ? this.fixed.mend(number, shaped) : shaped,
      problems: this.shaper.problems,
    };
    if (!this.groups) return this.check(new SoleRow(row));
    const order = this.groups.add(row);
    return order && this.check(order);
  }

  /** @returns the last order, if it is still to come */
  end(): ReadOrder | null {
    const order = this.groups?.end();
    return order ? this.check(order) : null;
  }

  private check(rows: OrderRows): ReadOrder {
    const { order, clientCode, errors, warnings } = checkRow(rows.cells, this.columns, this.context);
    const problems = new OrderProblems(rows, this.nameOf);
    for (const error of errors) problems.add('error', error);
    for (const problem of rows.problems) problems.add(problem.severity, problem, problem.row);
    for (const warning of warnings) problems.add('warning', warning);
    const result: ReadOrder = {
      row: rows.rows[0]!,
      lastRow: rows.rows.at(-1)!,
      rowCount: rows.rows.length,
      verdict: order && rows.problems.every(({ severity }) => severity === 'warning') ? 'good' : 'rejected',
      content: order ?? null,
      clientCode,
      client: null,
      problems: problems.listed,
    };
    const reject = (...about: Parameters<Reject>) => {
      result.verdict = 'rejected';
      problems.add('error', this.problemOf(...about));
    };
    if (this.repeatsHeader(rows.cells))
      reject(ADDRESS.name, 'header_repeated', 'This row repeats the headers. Remove it.', '');
    if (clientCode !== null) this.resolveClient(result, clientCode, reject);
    if (result.verdict === 'good' && order?.externalId != null)
      this.claimId(result, order.externalId, reject);
    this.boundProblems(result);
    if (this.plan.compared && result.verdict === 'rejected') result.rejectedId = this.idIn(rows);
    return result;
  }

  private idIn({ cells }: OrderRows): string | null {
    const column = this.columns.find(({ field }) => field === EXTERNAL_ID);
    return tidyLine((column && cells[column.index]) ?? '') || null;
  }

  /** Lists printed page by page have their headers on each. */
  private repeatsHeader(cells: readonly string[]): boolean {
    return (
      this.columns.length > 1 &&
      this.columns.every(({ index }) => (cells[index] ?? '').trim() === (this.headers[index] ?? ''))
    );
  }

  /** A small file can have millions of problems. */
  private boundProblems(result: ReadOrder): void {
    const { problems } = result;
    if (this.listed >= problemsListed)
      result.problems = problems.filter(({ severity }) => severity === 'error').slice(0, 1);
    this.listed += result.problems.length;
    this.unlisted += problems.length - result.problems.length;
  }

  private resolveClient(result: ReadOrder, code: string, reject: Reject): void {
    const client = Object.hasOwn(this.plan.clients, code) ? this.plan.clients[code]! : null;
    result.client = client;
    if (client && !client.archived) return;
    const detail = client
      ? `Client ID "${code}" belongs to an archived client. Restore the client, or take another one.`
      : `Client ID "${code}" is not one of your clients'. Check it in the list of clients, or leave it empty.`;
    reject(CLIENT_CODE.name, client ? 'client_archived' : 'client_code_unknown', detail, code);
  }

  private claimId(result: ReadOrder, id: string, reject: Reject): void {
    const before = this.seen.claim(`${result.clientCode ?? ''}\0${id}`, result.row);
    if (before === 0) return;
    // Rows of an order that stand apart are no order of their own, so they are not passed over.
    if (this.plan.duplicates === 'skip' && !this.groups) {
      result.verdict = 'skipped';
      return;
    }
    const told = `Id "${cut(id, 60)}" already stands in row ${before}.`;
    const detail = this.groups
      ? `${told} Sort the file by Id, so that the rows of one order stand below each other, or give each order its own Id.`
      : `${told} Give each order its own Id, or remove one of the two rows.`;
    reject(EXTERNAL_ID.name, 'duplicate_id', detail, id);
  }

  private problemOf(field: string, code: string, detail: string, value: string): CellProblem<string> {
    const columnIndex = this.columns.find((column) => column.field.name === field)?.index ?? null;
    return { field, columnIndex, code, detail, value };
  }

  /** The file's own header; the template's header where the file lacks the column. */
  private columnName(field: string, index: number | null): string | null {
    const source = index === null ? null : this.shaper.sourceOf(index);
    const own = this.header.columns.find((column) => column.index === source);
    if (own) return cut(own.header, 300) || columnLetters(own.index + 1);
    return findOrderField(field)?.header ?? null;
  }
}
