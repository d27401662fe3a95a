import { type OrderField } from '../../order-fields/order-field.js';

/** A column that holds a field or a part of it. */
interface Part {
  index: number;
  /** Put before its cell when another stands before it. */
  join: string | undefined;
}

/** Where a field's cell in a shaped row is from. */
export class FieldCell {
  private readonly own: Part[] = [];
  private readonly fallback: Part[] = [];

  constructor(
    readonly field: OrderField,
    /** In a shaped row. */
    readonly index: number,
    /** The sheet's column to name in messages. */
    readonly source: number,
  ) {}

  get hasFallback(): boolean {
    return this.fallback.length > 0;
  }

  addColumn(index: number, { join, fallback = false }: { join?: string; fallback?: boolean }): void {
    (fallback ? this.fallback : this.own).push({ index, join });
  }

  ownText(cells: readonly string[]): string {
    return textOf(this.own, cells);
  }

  fallbackText(cells: readonly string[]): string {
    return textOf(this.fallback, cells);
  }
}

/** The filled cells, joined where they are parts of one value, else the first of them. */
function textOf(parts: readonly Part[], cells: readonly string[]): string {
  const isJoined = parts.some(({ join }) => join !== undefined);
  let text = '';
  for (const { index, join = ' ' } of parts) {
    const cell = cells[index] ?? '';
    if (isBlank(cell)) continue;
    if (!isJoined) return cell;
    text = text === '' ? cell : `${text}${join}${cell}`;
  }
  return text;
}

export function isBlank(cell: string): boolean {
  return cell === '' || cell.trim() === '';
}
