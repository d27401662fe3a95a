import { ALPHA_2, ALPHA_2_BY_ALPHA_3 } from './iso-countries.js';

/** Where two languages disagree about a name, the one named first wins. */
const LANGUAGES = (
  'de fr es it pt nl sv da nb fi pl cs sk hu ro tr el uk ru bg hr sr lt lv et sl is ga ca ' +
  'ar he fa hi bn th vi id ms ja ko zh zh-Hant sw'
).split(' ');

/** Common forms that neither ISO nor the Unicode names hold. */
const ALIASES: Record<string, string> = {
  US: 'U.S., U.S.A., America, United States of America, The United States, Etats-Unis d’Amérique, EEUU, EE. UU.',
  GB: 'UK, U.K., Great Britain, Britain, England, Scotland, Wales, Northern Ireland',
  IE: 'Republic of Ireland, Eire',
  NL: 'Holland, The Netherlands',
  DE: 'Federal Republic of Germany, BRD',
  AE: 'UAE, U.A.E., Emirates',
  KR: 'Korea, Republic of Korea, South Korea',
  KP: 'North Korea',
  CZ: 'Czech Republic',
  TR: 'Turkey',
  RU: 'Russian Federation',
  CN: "People's Republic of China, PRC, Mainland China",
  CI: 'Ivory Coast',
  MM: 'Burma',
  MK: 'Macedonia',
  SZ: 'Swaziland',
  TL: 'East Timor',
  CV: 'Cabo Verde',
  VA: 'Vatican, Holy See',
  VN: 'Viet Nam',
  LA: 'Laos',
  MO: 'Macau',
  PS: 'Palestine',
  CD: 'DRC, Democratic Republic of the Congo',
  CG: 'Republic of the Congo',
};

/** Letters and digits only, without case and accents: `Côte d’Ivoire` → `cotedivoire`. */
export function nameKey(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

let english: Map<string, string> | undefined;
let foreign: Map<string, string> | undefined;

/** Alpha-2 code by name key: ISO codes, common forms and English names. */
export function englishCountryNames(): ReadonlyMap<string, string> {
  if (english) return english;
  english = new Map();
  for (const code of ALPHA_2) add(english, code, code);
  for (const [alpha3, code] of ALPHA_2_BY_ALPHA_3) add(english, alpha3, code);
  for (const [code, list] of Object.entries(ALIASES)) {
    for (const name of list.split(', ')) add(english, name, code);
  }
  for (const style of ['long', 'short'] as const) addLanguage(english, 'en', style);
  return english;
}

/** Alpha-2 code by name key in other languages; takes some 50 ms to collect, once, when first asked. */
export function foreignCountryNames(): ReadonlyMap<string, string> {
  if (foreign) return foreign;
  foreign = new Map();
  for (const language of LANGUAGES) addLanguage(foreign, language, 'long');
  return foreign;
}

function addLanguage(names: Map<string, string>, language: string, style: 'long' | 'short'): void {
  const display = new Intl.DisplayNames([language], { type: 'region', style, fallback: 'none' });
  for (const code of ALPHA_2) add(names, display.of(code), code);
}

function add(names: Map<string, string>, name: string | undefined, code: string): void {
  const key = name === undefined ? '' : nameKey(name);
  if (key !== '' && !names.has(key)) names.set(key, code);
}
