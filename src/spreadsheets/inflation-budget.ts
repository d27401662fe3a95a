import { zipBomb } from './spreadsheet-error.js';

const MOST_READS = 3;
/** Small workbooks are read whole where larger ones are only begun. */
const FREE_BYTES = 4 * 1024 * 1024;

/** What all reads of one archive may unpack together, so that no part can be read again and again. */
export class InflationBudget {
  private left: number;

  /** @param unpacked the bytes of all parts, as the archive's directory says */
  constructor(unpacked: number) {
    this.left = unpacked * MOST_READS + FREE_BYTES;
  }

  /** @throws SpreadsheetError zip_bomb when the budget is spent */
  spend(bytes: number): void {
    this.left -= bytes;
    if (this.left < 0) throw zipBomb();
  }
}
