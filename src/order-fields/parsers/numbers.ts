import { type Range } from '../limits.js';
import { type Fix, type Parsed, Refusal } from '../problems.js';
import { tidyLine } from '../../common/schemas/tidy-text.js';

const DIGITS = /^\d+$/;
const WHOLE = /^[+-]?\d+(?:[.,]0{1,2}|\.0{4,})?$/;
const GROUPED = /^[+-]?\d{1,3}(?:([ ,'’])\d{3}(?:\1\d{3})*)(?:\.0+)?$/;
const DECIMAL = /^[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:[eE][+-]?\d{1,3})?$/;

/** A number with what is counted: `2 boxes`, `3x`, `2 Stk.`. No measures: `2 kg` counts nothing. */
const COUNTED = new RegExp(
  String.raw`^(\d{1,5}) ?(?:[x×]|(?:` +
    'box|boxes|parcels?|packages?|packs?|pkgs?|pieces?|pcs?|pce|cartons?|ctns?|crates?|bags?|pallets?|items?|units?|' +
    'stk|stück|stücke|stueck|pakete?|päckchen|kartons?|kisten?|kolli|colli|collo|colis|paquets?|pièces?|' +
    'bultos?|paquetes?|cajas?|piezas?|unidad|unidades|pacco|pacchi|pezzo|pezzi|scatola|scatole|' +
    String.raw`doos|stuks?|pakket|pakketten|caixas?|volumes?)\.?)$`,
  'i',
);
const WORDS: readonly string[][] = [
  'one two three four five six seven eight nine ten eleven twelve',
  'ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf',
  'un deux trois quatre cinq six sept huit neuf dix onze douze',
  'uno dos tres cuatro cinco seis siete ocho nueve diez once doce',
  'uno due tre quattro cinque sei sette otto nove dieci undici dodici',
  'een twee drie vier vijf zes zeven acht negen tien elf twaalf',
].map((words) => words.split(' '));

/** Full-width digits, odd spaces and the typographic minus become ASCII. */
function plainNumber(text: string): string {
  const tidy = tidyLine(text);
  return /^[!-~]*$/.test(tidy)
    ? tidy
    : tidy.normalize('NFKC').replaceAll('−', '-').replace(/\s+/g, ' ').trim();
}

/**
 * Reads a whole number: `3`, `3.0`, `1,000`, `1 000`, `3 boxes`. `1.000` is refused, since half the world means 1 by it
 * and the other half 1000.
 */
export function wholeNumberParser(range: Range): (text: string) => Parsed<number | null> {
  const says = `Write a whole number from ${range.min} to ${range.max}, such as 3.`;
  return (text) => {
    const number = DIGITS.test(text) ? text : plainNumber(text);
    if (number === '') return null;
    if (WHOLE.test(number)) return within(Number.parseInt(number, 10), range, says);
    if (GROUPED.test(number)) return within(Number.parseInt(number.replace(/[ ,'’]/g, ''), 10), range, says);
    const counted = COUNTED.exec(number)?.[1];
    if (counted !== undefined) return within(Number(counted), range, says);
    return new Refusal('number_invalid', `is not a whole number. ${says}`, { fix: inDigits(number) });
  };
}

function inDigits(text: string): Fix | undefined {
  const word = text.toLowerCase();
  const index = WORDS.map((words) => words.indexOf(word)).find((found) => found >= 0);
  return index === undefined ? undefined : { value: String(index + 1), why: 'It is the number in digits.' };
}

/** Reads degrees: `40.7532`, `40,7532`, `40.7532°`. */
export function degreesParser(range: Range): (text: string) => Parsed<number | null> {
  const says = `Write degrees from ${range.min} to ${range.max}, such as 40.7532.`;
  return (text) => {
    const number = plainNumber(text)
      .replace(/ ?°$/, '')
      .replace(/^([+-]) /, '$1');
    if (number === '') return null;
    if (!DECIMAL.test(number)) return new Refusal('number_invalid', `is not a number of degrees. ${says}`);
    return within(Number(number.replace(',', '.')) + 0, range, says);
  };
}

function within(value: number, range: Range, says: string): Parsed<number> {
  if (value >= range.min && value <= range.max) return value;
  return new Refusal('out_of_range', `is out of range. ${says}`);
}
