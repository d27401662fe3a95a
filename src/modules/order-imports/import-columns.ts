import { z } from 'zod';
import { described } from '../../common/schemas/described.js';
import {
  fieldOf,
  type ColumnTarget,
  type DayOrder,
  type SheetColumn,
  type SplitKind,
} from '../../order-sheets/index.js';
import { columnLetters } from '../../spreadsheets/index.js';

const place = {
  column: z.string().meta({ description: 'The column as the spreadsheet names it.', example: 'B' }),
  header: z.string().meta({ description: 'What stands in the header; empty for none.', example: 'Street' }),
};
const field = z.string().nullable().meta({
  description: 'Name of the field it was taken for, as `GET /v1/order-fields` lists them; null for none.',
  example: 'address.addressLineOne',
});
const confidence = z.number().meta({
  description: 'How sure that is, from 0 to 1; 0 where it was taken for none.',
  example: 0.95,
});

const mappedColumn = z
  .object({
    ...place,
    field,
    confidence,
    suggestions: z
      .array(z.string())
      .describe('Names of the likely fields of a column that was taken for none.'),
  })
  .meta({ id: 'ImportColumn', description: 'A column of a spreadsheet and what it was taken for.' });

const split = described('The fields that one cell of it holds:', {
  address: 'A whole address.',
  'city-state-zip': 'City, state and postcode.',
  'time-window': 'The earliest and the latest time.',
} satisfies Record<SplitKind, string>).meta({ id: 'ImportColumnSplit' });

export const format = described('How a date such as 03/04/2026 is read:', {
  'day-first': 'As 3 April.',
  'month-first': 'As 4 March.',
} satisfies Record<DayOrder, string>).meta({ id: 'ImportDayOrder' });

const grade = described('How far it is known what the column is:', {
  applied: 'It is used: somebody said so, or its header leaves no doubt.',
  suggested: 'It is not used; `suggestions` are guesses, for somebody to say with `mapping`.',
}).meta({ id: 'ImportColumnGrade' });

const basis = described('Who says what the column is:', {
  mapping: 'The `mapping` of this upload.',
  taught: 'The `mapping` of an earlier upload, which was remembered.',
  profile: 'The known layout of the program that the file is from.',
  header: 'Its header, and what stands below it.',
}).meta({ id: 'ImportColumnBasis' });

/** What a column is used for, value by value. */
export const columnUse = {
  field,
  split: split.nullable().describe('The fields that one cell of it holds; null where it holds no several.'),
  join: z
    .string()
    .nullable()
    .describe(
      'What is put between its cell and those of the other columns of its field; null for a field of one column.',
    ),
  format: format
    .nullable()
    .describe('How its dates are read; null where nobody said, and for other columns.'),
  fallback: z
    .boolean()
    .describe('Whether it is used only where the other columns of its field, or of the address, are empty.'),
};

const sheetColumn = z
  .object({
    ...place,
    ...columnUse,
    grade: grade.nullable().describe('How far it is known what the column is; null where nothing is known.'),
    basis: basis
      .nullable()
      .describe('Who says what the column is, or that it is left out; null where nobody does.'),
    confidence,
    suggestions: z
      .array(z.string())
      .describe('Names of the likely fields of a column that is not used, the likeliest first.'),
    lost: z
      .boolean()
      .describe(
        'Whether something stands in it that is not used, although nobody said to leave it out. Of a preview: in the rows that were read.',
      ),
  })
  .meta({ id: 'ImportSheetColumn', description: 'A column of a spreadsheet, what it is used for, and why.' });

/** What both an import and a preview tell of the columns. */
export const columnLists = {
  columns: z.array(sheetColumn).describe('Every column of the file, what it is used for, and why.'),
  mapping: z.array(mappedColumn).meta({
    description: 'Every column of the file and the field it was taken for. `columns` says more.',
    deprecated: true,
  }),
  unmappedHeaders: z.array(z.string()).describe('Headers of the columns that were left out.'),
};

export function toColumns(columns: readonly SheetColumn[]) {
  return {
    columns: columns.map(toSheetColumn),
    mapping: columns.map((column) => ({
      ...placeOf(column),
      field: fieldOf(column),
      confidence: column.confidence,
      suggestions: column.suggestions,
    })),
    unmappedHeaders: columns
      .filter(({ target, header }) => target === null && header !== '')
      .map(({ header }) => header),
  };
}

export function toTarget(target: ColumnTarget | null) {
  const several = target && 'split' in target ? target : null;
  const single = target && 'field' in target ? target : null;
  return {
    field: single?.field ?? null,
    split: several?.split ?? null,
    join: single?.join ?? null,
    format: single?.format ?? null,
    fallback: single?.fallback ?? false,
  };
}

function toSheetColumn(column: SheetColumn) {
  const { target, grade, basis, confidence, suggestions, lost } = column;
  return {
    ...placeOf(column),
    ...toTarget(target),
    grade,
    basis,
    confidence,
    suggestions,
    lost,
  };
}

const placeOf = ({ index, header }: SheetColumn) => ({ column: columnLetters(index + 1), header });
