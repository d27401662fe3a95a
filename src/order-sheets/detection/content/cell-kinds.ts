import { isEmail } from '../../../order-fields/parsers/email.js';

const TIME = String.raw`\d{1,2}(?:[:.h]\d{0,2})?(?:[:.]00)? ?(?:[ap]\.?m\.?|uhr|h)?`;
const CURRENCY = String.raw`(?:[$€£¥]|[a-z]{1,2}[$€£]|eur|usd|gbp|chf|cad|aud|brl|kr)`;
const TIME_WINDOW = new RegExp(
  String.raw`^(?:(?:between|from|von|zwischen|de|entre|van|tussen|dalle|das|desde) )?${TIME} ?` +
    String.raw`(?:-|–|—|to|and|until|till|bis|und|à|et|a|y|hasta|tot|en|alle|às|e|até) ?${TIME}$`,
  'i',
);
/** "10-12" may be anything; a window of time has at least one mark of a time. */
const TIME_MARK = /\d(?:[:.h]| ?[ap]\.?m)|uhr/i;
const STATUSES =
  'open closed new pending processing complete completed paid unpaid refunded fulfilled unfulfilled shipped delivered cancelled canceled failed active inactive ' +
  'draft authorized offen bezahlt versendet versandt storniert abgeschlossen erledigt payé payée expédié expédiée annulé annulée terminé pendiente pagado pagada enviado enviada ' +
  'completado completada cancelado cancelada entregado betaald verzonden geannuleerd afgerond pagato spedito annullato completato pago concluído pendente entregue';
const MEASURES =
  'pc pcs ea each kg g lb lbs oz box stk stück l ml m cm mm pair pairs set st un und ud uds pz';
const ANSWERS = 'yes no true false y n ja nein oui non si sí nee sim não';
const oneOf = (words: string) => new RegExp(`^(?:${words.split(' ').join('|')})$`, 'iu');

const LETTER = /\p{L}/u;
const WORD = /\p{L}[\p{L}'’]*/gu;
/** Lower-case words that names have, too. */
const PARTICLES = new Set(
  'de del della der den des di do dos da das du la le van von vom und and y e et zu ter ten the of'.split(
    ' ',
  ),
);

/** Reading a cell as a number, Excel's own marks left out. */
const patterns = {
  currency: new RegExp(String.raw`^${CURRENCY} ?-?\d[\d.,'’ ]*$|^-?\d[\d.,'’ ]* ?${CURRENCY}$`, 'i'),
  /** Two decimals, as prices have. */
  cents: /^-?\d+[.,]\d{2}$|^-?\d{1,3}(?:[., '’]\d{3})+[.,]\d{2}$/,
  fraction: /^-?\d*[.,](?=\d*[1-9])\d+$/,
  whole: /^\d+$/,
  huge: /^[1-9]\d{4,}$|^[1-9]\d{0,2}(?:[., ]\d{3}){2,}$/,
  date: /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:[t ]\d{1,2}:.*)?$|^\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}(?: \d{1,2}:.*)?$|^(?:\p{L}{2,9},? )?\d{1,2}\.? (?:de )?\p{L}{3,10}\.?,? (?:de )?\d{4}(?: .*)?$|^\p{L}{3,9}\.? \d{1,2},? \d{4}(?: .*)?$/iu,
  time: /^\d{1,2}[:h]\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)?$|^\d{1,2} ?[ap]\.?m\.?$/i,
  url: /^(?:https?:\/\/|www\.)\S+$/i,
  longPhone:
    /^(?=(?:\D*\d){10,15}\D*$)[+(]?[\d\s()./-]+(?: ?(?:x|ext\.?) ?\d+)?$|^\+[\d\s()./-]{7,}$|^\d[.,]\d+e\+\d+$/i,
  phone: /^(?=(?:\D*\d){7,15}\D*$)[+(]?[\d\s()./-]+(?: ?(?:x|ext\.?) ?\d+)?$|^\d[.,]\d+e\+\d+$/i,
  /** One word with a digit. */
  code: /^#?(?=\D*\d)[^\s,]+$/,
  postcode:
    /^[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}$|^\d{5}(?:-\d{3,4})?$|^\d{4} ?[a-z]{2}$|^[a-z]\d[a-z] ?\d[a-z]\d$|^\d{4}-\d{3}$|^(?:[a-z]{1,2}-)?\d{4,5}$|^\d{3} \d{2}$/i,
  houseNumber: /^\d{1,5} ?[a-z]{0,3}(?: ?[-/+] ?\d{0,4} ?[a-z]?)?(?: (?:bis|ter))?$/i,
  /** A city with its state and postcode. */
  cityStateZip:
    /^[^\d,]{2,}(?: |, +(?:[a-z]{2,3},? +)?)\d{4,5}(?:-\d{4})?$|^[^\d,]{2,},[\p{L} ]{2,}(?: |, +)(?:\d{4,5}(?:-\d{4})?|[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}|[a-z]\d[a-z] ?\d[a-z]\d)$|^(?:[a-z]{1,2}-)?\d{4,5}(?: ?[a-z]{2})?,? [^\d,]{2,}$|^\D{2,}[, ][a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}$/iu,
  /** A day from 2000 on as Excel counts them. */
  serialDay: /^(?:3[6-9]|[4-6]\d)\d{3}(?:\.\d+)?$/,
  stateCode: /^[a-z]{2,3}$/i,
  status: oneOf(STATUSES),
  measure: oneOf(MEASURES),
  answer: oneOf(ANSWERS),
  salutation:
    /^(?:mr|mrs|ms|miss|mx|dr|prof|sir|madam|herr|frau|familie|m|mme|mlle|monsieur|madame|sr|sra|srta|señor|señora|don|doña|dhr|mevr|mw|de heer|mevrouw|sig|sig\.ra|signor|signora|dott|dott\.ssa|dra)\.?$/iu,
} satisfies Record<string, RegExp>;

const tests = {
  email: isEmail,
  wordless: (cell: string) => !LETTER.test(cell),
  digitless: (cell: string) => !/\d/.test(cell),
  sentence: isSentence,
  timeWindow: (cell: string) => TIME_MARK.test(cell) && TIME_WINDOW.test(cell),
  address: (cell: string) => /\d/.test(cell) && /[,\n]/.test(cell) && LETTER.test(cell),
};

export type CellKind = keyof typeof patterns | keyof typeof tests;

/** Whether a cell, trimmed, is of a kind; it may be of several. */
export function isOfKind(kind: CellKind, cell: string): boolean {
  return kind in tests
    ? tests[kind as keyof typeof tests](cell)
    : patterns[kind as keyof typeof patterns].test(cell);
}

/** Whether a cell is a value that no header is. */
export function looksLikeValue(cell: string): boolean {
  return /\d/.test(cell) || cell.includes('@')
    ? (['email', 'date', 'time', 'currency', 'cents', 'whole', 'phone', 'postcode'] as const).some((kind) =>
        isOfKind(kind, cell),
      )
    : false;
}

function isSentence(cell: string): boolean {
  const words = cell.match(WORD) ?? [];
  if (words.length < 3) return false;
  const plain = words
    .slice(1)
    .filter((word) => word.length > 1 && !PARTICLES.has(word) && word === word.toLowerCase());
  return (
    (words.length >= 4 && plain.length >= 2) ||
    words.length >= 9 ||
    (/[.!?]$/.test(cell) && plain.length >= 1)
  );
}
