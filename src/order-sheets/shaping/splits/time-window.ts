import { parseTime } from '../../../order-fields/parsers/times.js';
import { tidyLine } from '../../../common/schemas/tidy-text.js';
import { type Pieces } from './pieces.js';

const CLOCK = String.raw`(\d{1,2}(?:[:.h]\d{2}(?:[:.]00)?|\d{2})?)(?: ?(a\.?m\.?|p\.?m\.?|h|hrs?|uhr|uur|ore|horas?|heures?))?`;
const BETWEEN = String.raw`(?:-|–|—|to|until|till|and|bis|und|à|a|et|y|e|al?|en|tot|até|às)`;
const OPENING = String.raw`(?:(?:from|between|von|zwischen|de|entre|das|dalle|tra|tra le|van|tussen) )?`;
const CLOSING = String.raw`(?:(?:alle|les|las|le|as|às) )?`;

const BOTH = new RegExp(`^${OPENING}${CLOSING}${CLOCK} ?${BETWEEN} ?${CLOSING}${CLOCK}$`);
const EARLIEST = new RegExp(
  `^(?:from|after|not before|ab|nach|à partir de|après|dès|desde|a partir de(?: las)?|después de(?: las)?|dalle|dopo(?: le)?|vanaf|na) ${CLOCK}$|^${CLOCK} ?(?:\\+|onwards|or later)$`,
);
const LATEST = new RegExp(
  `^(?:before|until|till|by|not after|no later than|bis|vor|avant|jusqu'à|antes de(?: las)?|hasta(?: las)?|entro(?: le)?|prima delle|voor|tot|até(?: às)?) ${CLOCK}$`,
);
const ANY_TIME =
  /^(?:any ?time|all day|flexible|ganztägig|ganztags|jederzeit|egal|toute la journée|todo el día|tutto il giorno|hele dag|-|–)$/;

/**
 * Reads a cell that says from when to when: `10:00 - 12:00`, `9am–5pm`, `zwischen 10 und 12 Uhr`, `ab 14:00`,
 * `before 12:00`.
 *
 * @returns null where it says something else
 */
export function splitTimeWindow(cell: string): Pieces {
  const text = tidyLine(cell).toLowerCase().replace(/\s+/g, ' ');
  if (ANY_TIME.test(text)) return {};
  const both = BOTH.exec(text);
  if (both) return windowOf(both[1]!, both[2], both[3]!, both[4]);
  const earliest = EARLIEST.exec(text);
  if (earliest) return piecesOf(limitOf(earliest[1] ?? earliest[3]!, earliest[2] ?? earliest[4]), null);
  const latest = LATEST.exec(text);
  return latest && piecesOf(null, limitOf(latest[1]!, latest[2]));
}

/** "2-4" and "after 5" are more likely of the afternoon than of the night. */
function isHalfUnknown(clock: string, unit: string | undefined): boolean {
  return unit === undefined && /^[1-6](?:\D|$)/.test(clock);
}

function windowOf(
  from: string,
  fromHalf: string | undefined,
  to: string,
  toHalf: string | undefined,
): Pieces {
  const latest = timeOf(to, toHalf);
  let earliest = timeOf(from, fromHalf);
  if (latest === null || earliest === null) return null;
  if (toHalf === undefined && isHalfUnknown(from, fromHalf)) return null;
  const half = isHalf(toHalf) ? toHalf : undefined;
  if (half && !isHalf(fromHalf)) {
    // "1-5pm" starts in the afternoon, "9-5pm" in the morning.
    const sameHalf = timeOf(from, half);
    earliest = sameHalf !== null && sameHalf < latest ? sameHalf : timeOf(from, 'am');
  }
  // "9am-5" and "8-5" may mean the afternoon or be a slip.
  return earliest !== null && earliest < latest ? piecesOf(earliest, latest) : null;
}

function isHalf(unit: string | undefined): boolean {
  return unit !== undefined && /^[ap]\.?m/.test(unit);
}

function limitOf(clock: string, unit: string | undefined): string | null {
  return isHalfUnknown(clock, unit) ? null : timeOf(clock, unit);
}

function timeOf(clock: string, unit: string | undefined): string | null {
  const isBareHour = /^\d{1,2}$/.test(clock);
  const parsed = parseTime(`${clock}${isHalf(unit) ? unit : isBareHour ? ':00' : ''}`);
  return typeof parsed === 'string' ? parsed : null;
}

function piecesOf(earliest: string | null, latest: string | null): Pieces {
  if (earliest === null && latest === null) return null;
  return {
    ...(earliest !== null && { 'timing.earliestTime': earliest }),
    ...(latest !== null && { 'timing.latestTime': latest }),
  };
}
