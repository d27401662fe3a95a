import { type FieldName } from './catalogue.js';
import { blankOrder, type OrderContent } from './order-content.js';
import { type OrderField, type RowOrder } from './order-field.js';
import { type ParseContext } from './field-definition.js';
import { findOrderField, orderFieldOf } from './order-fields.js';
import { type BrokenRule, brokenAddressRule, brokenTimingRule } from './order-rules.js';
import { isCountryCode } from './parsers/country.js';
import { shorten } from '../common/schemas/tidy-text.js';
import {
  Doubt,
  type FieldProblem,
  type FieldProblemCode,
  type FieldWarningCode,
  Refusal,
  sentence,
} from './problems.js';

/** A column of the file (0-based) and the field it holds. No field may be given two columns. */
export interface RowColumn {
  readonly index: number;
  readonly field: OrderField;
  /** As in the file, to name in what has to be said of the whole column. */
  readonly header?: string;
}

export interface RowContext extends ParseContext {
  /** In a client's file, columns of the dispatchers' own fields are ignored. */
  readonly audience: 'client' | 'dispatcher';
  readonly requiredFields: readonly string[];
  /** ISO alpha-2 country of the client or its depot, for phone numbers of rows without a country. */
  readonly countryCode: string | null;
}

/** A problem of one cell; `columnIndex` (0-based) is null where the file has no such column. */
export interface CellProblem<Code = FieldProblemCode | FieldWarningCode> extends FieldProblem<Code> {
  columnIndex: number | null;
}

interface CheckedRow {
  /** The order, normalised; absent when there are errors. */
  order?: OrderContent;
  /** The Client ID that a dispatcher's row names; its existence is not checked here. */
  clientCode: string | null;
  errors: CellProblem<FieldProblemCode>[];
  warnings: CellProblem<FieldWarningCode>[];
}

const PHONE = orderFieldOf('recipient.phone');
const ZIP = orderFieldOf('address.zip');

/** Reads one row into an order, or reports for every bad cell what is wrong and what to do. Never throws. */
export function checkRow(
  cells: readonly string[],
  columns: readonly RowColumn[],
  context: RowContext,
): CheckedRow {
  const row = new RowCheck(cells, columns);
  // Both are read as in the country of the row, which may stand behind them.
  let phone: RowColumn | undefined;
  let zip: RowColumn | undefined;
  for (const column of columns) {
    if (column.field.audience === 'dispatcher' && context.audience === 'client') continue;
    if (column.field === PHONE) phone = column;
    else if (column.field === ZIP) zip = column;
    else row.read(column, context);
  }
  const { country } = row.draft.address;
  const national = { countryCode: isCountryCode(country) ? country : context.countryCode };
  if (zip) row.read(zip, national);
  if (phone) row.read(phone, national);
  row.check(context);
  return row.result();
}

class RowCheck {
  readonly draft: RowOrder = blankOrder();
  private readonly errors: CellProblem<FieldProblemCode>[] = [];
  private readonly warnings: CellProblem<FieldWarningCode>[] = [];
  /** Fields with a value from the row; defaults do not count. */
  private readonly filled = new Set<string>();

  constructor(
    private readonly cells: readonly string[],
    private readonly columns: readonly RowColumn[],
  ) {}

  read({ field, index, header }: RowColumn, context: ParseContext): void {
    const text = this.cells[index];
    if (text === undefined || text === '') return;
    const parsed = field.parse(text, context);
    if (parsed instanceof Refusal) {
      const { code, more } = parsed;
      const says = (header !== undefined && more.asks?.(header)) || parsed.says;
      const detail = sentence(field.header, text, says);
      this.errors.push({ ...cellProblem(field, index, code, detail, text), fix: more.fix });
      return;
    }
    if (parsed instanceof Doubt) {
      const detail = sentence(field.header, text, parsed.says);
      this.warnings.push({ ...cellProblem(field, index, parsed.code, detail, text), fix: parsed.fix });
    }
    const value = parsed instanceof Doubt ? parsed.value : parsed;
    if (value === null || (typeof value === 'object' && value.length === 0)) return;
    field.set(this.draft, value);
    this.filled.add(field.name);
  }

  check(context: RowContext): void {
    const { address, timing } = this.draft;
    if (!this.refused(...ADDRESS_FIELDS)) this.refuse(brokenAddressRule(address));
    if (timing) this.refuse(brokenTimingRule(timing));
    for (const name of context.requiredFields) {
      const field = this.filled.has(name) ? undefined : findOrderField(name);
      if (!field || this.refused(name)) continue;
      const detail = `${field.header} is required and empty. Fill the column ${field.header}.`;
      this.errors.push(cellProblem(field, this.columnOf(field), 'required', detail, ''));
    }
  }

  result(): CheckedRow {
    const { errors, warnings, draft: order } = this;
    const { clientCode = null } = order;
    if (clientCode !== null) delete order.clientCode;
    return errors.length > 0 ? { clientCode, errors, warnings } : { order, clientCode, errors, warnings };
  }

  private refuse(rule: BrokenRule | null): void {
    if (!rule) return;
    const field = orderFieldOf(rule.field);
    this.errors.push(
      cellProblem(field, this.columnOf(field), rule.code, rule.detail, field.print(this.draft)),
    );
  }

  private refused(...names: readonly string[]): boolean {
    return this.errors.some((error) => names.includes(error.field));
  }

  private columnOf(field: OrderField): number | null {
    return this.columns.find((column) => column.field === field)?.index ?? null;
  }
}

const ADDRESS_FIELDS: readonly FieldName[] = [
  'address.addressLineOne',
  'address.latitude',
  'address.longitude',
];

function cellProblem<Code>(
  field: OrderField,
  columnIndex: number | null,
  code: Code,
  detail: string,
  text: string,
): CellProblem<Code> {
  return { field: field.name, columnIndex, code, detail, value: shorten(text) };
}
