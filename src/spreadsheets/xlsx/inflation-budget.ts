import { zipBomb } from '../spreadsheet-error.js';

const MOST_READS = 3;
/** Reading stops early in large workbooks only; small ones are read to the end each time. */
const FREE_BYTES = 4 * 1024 * 1024;

/** How many bytes all reads of one archive may inflate in total, so that no part can be read over and over. */
export class InflationBudget {
  private left: number;

  /** @param unpacked the inflated size of all parts, according to the archive's directory */
  constructor(unpacked: number) {
    this.left = unpacked * MOST_READS + FREE_BYTES;
  }

  /** @throws SpreadsheetError zip_bomb when the budget is exceeded */
  spend(bytes: number): void {
    this.left -= bytes;
    if (this.left < 0) throw zipBomb();
  }
}
