import { compared } from './import-comparison.dto.js';
import { previewed } from './import-preview.dto.js';
import { listBound } from './running/import-outcome.js';

/** What is to be said of imports of orders and of stops alike. */
export const importDescriptions = {
  preview: `Reads the first ${previewed.rowsRead} rows: which column became which field, the first ${previewed.rowsShown} rows as orders, and up to ${previewed.errorsShown} errors and warnings. Then upload the same file for good, with a \`mapping\` where the preview was wrong.`,
  compare: `Compares by Id (\`externalId\`): with your orders that have the same Id, whatever made them, and with those of an earlier import to see which are gone. It only looks: no order is made or changed, and no mapping is remembered. Counts are of the whole file; of each kind the first ${compared.listed} are listed. A file without a column of Ids answers \`spreadsheet_unreadable\`, and an \`against\` that is no import of yours \`not_found\`.`,
  progress:
    'Counts rise while it runs. Ask again every second or so, until `finishedAt` is set; `message` then says how it ended.',
  errors: `${listBound} Warnings do not keep a row out.`,
  rejectedRows:
    'Has the columns of the file that was uploaded, and `Import errors` with the reasons, which may stay in when you upload it again. One download at a time: another answers `too_many_at_once`.',
  fixes:
    'Makes an import of just those rows of the same file of which every error is answered: by its own `fix` where it is accepted, or by a value of yours. Rows that were fixed are not taken a second time, unless that import is undone; `import_not_fixable` says that none is left.',
  cancel:
    'Before it has started it ends at once; while it runs, soon after. What it has made by then stays until you undo it; an `all_or_nothing` import keeps nothing. One that has ended answers `import_not_cancellable`.',
};
