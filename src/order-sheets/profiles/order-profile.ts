import { type FieldName } from '../../order-fields/catalogue.js';
import { type ColumnTarget, type FieldTarget, type SheetMapping } from '../sheet-columns.js';

/** A layout in which shops, carriers or route planners hand out orders, and what its columns mean. */
export interface OrderProfile {
  /** As callers name it: `shopify-orders`. */
  name: string;
  label: string;
  /** Where such a file comes from, and what is peculiar about it. */
  description: string;
  /** Headers that together tell the layout: all of them must be there. */
  signature: readonly string[];
  /** What each of its columns is; null for what is no part of an order. */
  columns: SheetMapping;
  /** Whether an order may take several rows, one an item. */
  rowsPerOrder: 'one' | 'many';
  /** The further rows of an order may leave the Id empty. */
  continued: boolean;
  /** The first of several rows has the quantity of the whole order, the others parts of it. */
  totalFirst: boolean;
}

interface ProfileText extends Pick<OrderProfile, 'name' | 'label' | 'description'> {
  /** Separated by ` | `. */
  signature: string;
  columns: Readonly<Record<string, FieldName | ColumnTarget | null>>;
  /** The layout's columns that are no part of an order, separated by ` | `. */
  others: string;
  rowsPerOrder?: 'many';
  continued?: true;
  totalFirst?: true;
}

export function defineProfile({ signature, columns, others, ...told }: ProfileText): OrderProfile {
  const targets = Object.entries(columns).map(([header, target]): [string, ColumnTarget | null] => [
    header,
    typeof target === 'string' ? { field: target } : target,
  ]);
  return {
    rowsPerOrder: 'one',
    continued: false,
    totalFirst: false,
    ...told,
    signature: listed(signature),
    columns: Object.fromEntries([
      ...targets,
      ...listed(others).map((header): [string, null] => [header, null]),
    ]),
  };
}

const listed = (headers: string) => (headers === '' ? [] : headers.split(' | '));

/** One of several columns that make up a field. */
export function part(field: FieldName, join = ' '): FieldTarget {
  return { field, join };
}

/** A column that counts where the field's other columns are empty. */
export function otherwise(target: FieldName | FieldTarget): FieldTarget {
  return { ...(typeof target === 'string' ? { field: target } : target), fallback: true };
}
