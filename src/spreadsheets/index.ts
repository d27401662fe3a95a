export { type SpreadsheetLimits } from './limits.js';
export { readSpreadsheet, type ReadOptions, type Spreadsheet } from './read-spreadsheet.js';
export { columnLetters, SpreadsheetError, type SpreadsheetErrorCode } from './spreadsheet-error.js';
export { type SpreadsheetRow } from './spreadsheet-row.js';
export { type Rows, writeCsv, type WriteCsvOptions } from './writing/write-csv.js';
export { writeXlsx, type WriteXlsxOptions } from './writing/write-xlsx.js';
