import { type FieldName } from '../../order-fields/catalogue.js';
import { isCountryCode, parseCountry } from '../../order-fields/parsers/country.js';
import { Doubt, type FieldWarningCode, Refusal, sentence } from '../../order-fields/problems.js';
import { type CellProblem } from '../../order-fields/row-check.js';
import { shorten, tidyLine } from '../../common/schemas/tidy-text.js';
import { type SplitKind } from '../sheet-columns.js';
import { type FieldCell, isBlank } from './field-cell.js';
import { type Pieces } from './splits/pieces.js';
import { SPLITTING } from './splits/split.js';

type Cells = ReadonlyMap<FieldName, FieldCell>;

/** Nothing that can be split is longer, and patterns take their time over long texts. */
const LONGEST_SPLIT = 500;

/** A column whose cells hold several fields. */
export class SplitColumn {
  private readonly splitting;

  constructor(
    readonly index: number,
    private readonly kind: SplitKind,
    private readonly countryCode: string | null,
  ) {
    this.splitting = SPLITTING[kind];
  }

  /** The fields that it may fill. */
  get fields(): FieldName[] {
    return [...new Set([...this.splitting.fields, ...this.splitting.whole])];
  }

  get isAddress(): boolean {
    return this.kind !== 'time-window';
  }

  /**
   * Puts what the cell holds where the row's other columns left room for it.
   *
   * @returns a problem when it cannot be split, or says something else than they do, and is kept whole
   */
  fill(shaped: string[], cell: string, cells: Cells): CellProblem<FieldWarningCode> | null {
    if (isBlank(cell)) return null;
    const pieces =
      cell.length > LONGEST_SPLIT ? null : this.splitting.split(cell, this.countryOf(shaped, cells));
    if (pieces && fits(pieces, shaped, cells)) {
      for (const [name, text] of entries(pieces)) shaped[cells.get(name)!.index] ||= text;
      return null;
    }
    const whole = tidyLine(cell.replace(/\s+/g, (space) => (/[\r\n]/.test(space) ? ', ' : space)));
    const free = this.splitting.whole.find((name) => isBlank(shaped[cells.get(name)!.index]!));
    const place = cells.get(free ?? this.splitting.whole.at(-1)!)!;
    const before = shaped[place.index]!;
    shaped[place.index] = isBlank(before) ? whole : `${before}, ${whole}`;
    const main = cells.get(this.splitting.fields[0]!)!;
    return {
      field: main.field.name,
      columnIndex: main.index,
      code: this.splitting.code,
      detail: sentence(main.field.header, cell, this.splitting.says),
      value: shorten(cell),
    };
  }

  private countryOf(shaped: readonly string[], cells: Cells): string | null {
    const cell = shaped[cells.get('address.country')?.index ?? -1] ?? '';
    const country = countryNamed(cell);
    return isCountryCode(country) ? country : this.countryCode;
  }
}

function fits(pieces: NonNullable<Pieces>, shaped: readonly string[], cells: Cells): boolean {
  return entries(pieces).every(([name, text]) => {
    const own = shaped[cells.get(name)!.index]!;
    return isBlank(own) || alike(own, name) === alike(text, name);
  });
}

function entries(pieces: NonNullable<Pieces>): [FieldName, string][] {
  return Object.entries(pieces) as [FieldName, string][];
}

/** Countries are the same in all their names. */
function alike(text: string, name: FieldName): string {
  return (name === 'address.country' ? countryNamed(text) : null) ?? tidyLine(text).toLowerCase();
}

function countryNamed(text: string): string | null {
  const parsed = parseCountry(text);
  if (parsed instanceof Refusal) return null;
  return parsed instanceof Doubt ? parsed.value : parsed;
}
