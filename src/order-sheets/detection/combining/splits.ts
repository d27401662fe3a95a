import type { FieldName } from '../../../order-fields/catalogue.js';
import type { Candidate } from '../candidates.js';
import type { Choice } from '../choice.js';

const CITY = 'address.city';
const ZIP = 'address.zip';
const LINE_ONE = 'address.addressLineOne';
const TIMES = ['timing.earliestTime', 'timing.latestTime'] as const;
const MOSTLY = 0.8;
/** What cannot be split stays whole. */
const OFTEN = 0.6;
const CONTAINED = 0.6;

/** One cell with city, state and zip, where they have no columns of their own. */
export function splitCity(choice: Choice): void {
  const cell = choice.best('cityStateZip');
  const [city, zip] = [choice.chosen(CITY), choice.chosen(ZIP)];
  if (cell) {
    if (!city && !zip && !anySaid(choice, [CITY, ZIP])) choice.use(cell, { split: 'city-state-zip' });
    else if ([city, zip].some((own) => own && cell.content.containing(own.content) >= CONTAINED))
      choice.redundant.add(cell.index);
  } else if (city && !choice.isFilled(ZIP) && city.content.share('cityStateZip') >= MOSTLY) {
    choice.use(city, { split: 'city-state-zip' });
  }
}

/** One cell with the whole address. */
export function splitAddress(choice: Choice): void {
  const street = choice.chosen(LINE_ONE);
  if (!street || anySaid(choice, [CITY, ZIP]) || choice.chosen(CITY) || choice.chosen(ZIP)) return;
  const isSplit = [...choice.targets.values()].some((target) => 'split' in target);
  const isJoined =
    [...choice.targets.values()].filter((target) => 'field' in target && target.field === LINE_ONE).length >
    1;
  if (!isSplit && !isJoined && holdsWholeAddresses(street)) choice.use(street, { split: 'address' });
}

/** One cell with a window of time. */
export function splitTimeWindow(choice: Choice): void {
  const cell = choice.best('timeWindow');
  if (cell && !TIMES.some((field) => choice.isFilled(field))) choice.use(cell, { split: 'time-window' });
}

/** Street, then a part with the postcode, divided by commas or line breaks. */
function holdsWholeAddresses({ content }: Candidate): boolean {
  const whole = content.shareOf('a whole address', (cell) => {
    const [, ...rest] = cell.split(/[,\n]/).map((part) => part.trim());
    return rest.some((part) => /\d{4,5}|[a-z]\d[a-z\d]? ?\d[a-z]/i.test(part));
  });
  return whole >= OFTEN;
}

function anySaid(choice: Choice, fields: readonly FieldName[]): boolean {
  return fields.some((field) => choice.isSaid(field));
}
