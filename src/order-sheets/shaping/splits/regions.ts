const US =
  'AL Alabama, AK Alaska, AZ Arizona, AR Arkansas, CA California, CO Colorado, CT Connecticut, DE Delaware, FL Florida, ' +
  'GA Georgia, HI Hawaii, ID Idaho, IL Illinois, IN Indiana, IA Iowa, KS Kansas, KY Kentucky, LA Louisiana, ME Maine, ' +
  'MD Maryland, MA Massachusetts, MI Michigan, MN Minnesota, MS Mississippi, MO Missouri, MT Montana, NE Nebraska, ' +
  'NV Nevada, NH New Hampshire, NJ New Jersey, NM New Mexico, NY New York, NC North Carolina, ND North Dakota, OH Ohio, ' +
  'OK Oklahoma, OR Oregon, PA Pennsylvania, RI Rhode Island, SC South Carolina, SD South Dakota, TN Tennessee, TX Texas, ' +
  'UT Utah, VT Vermont, VA Virginia, WA Washington, WV West Virginia, WI Wisconsin, WY Wyoming, DC District of Columbia, ' +
  'PR Puerto Rico, GU Guam, VI Virgin Islands, AS American Samoa, MP Northern Mariana Islands, ' +
  'AA Armed Forces Americas, AE Armed Forces Europe, AP Armed Forces Pacific';

const CA =
  'AB Alberta, BC British Columbia, MB Manitoba, NB New Brunswick, NL Newfoundland and Labrador, NS Nova Scotia, ' +
  'NT Northwest Territories, NU Nunavut, ON Ontario, PE Prince Edward Island, QC Québec, SK Saskatchewan, YT Yukon';

const AU =
  'ACT Australian Capital Territory, NSW New South Wales, NT Northern Territory, QLD Queensland, SA South Australia, ' +
  'TAS Tasmania, VIC Victoria, WA Western Australia';

/** Counties as they stand in addresses, the former ones too; those ending in `shire` are known by that. */
const GB =
  'Angus, Antrim, Argyll, Armagh, Avon, Bedfordshire, Beds, Berks, Borders, Bucks, Caithness, Cambs, Cleveland, Clwyd, ' +
  'Co Antrim, Co Armagh, Co Down, Co Durham, Co Fermanagh, Co Londonderry, Co Tyrone, Cornwall, County Antrim, ' +
  'County Armagh, County Down, County Durham, County Fermanagh, County Londonderry, County Tyrone, Cumbria, Derbys, ' +
  'Devon, Dorset, Dyfed, East Lothian, East Sussex, Essex, Fife, Glos, Greater London, Greater Manchester, Gwent, ' +
  'Gwynedd, Hants, Herts, Highland, Humberside, Isle of Wight, Kent, Lancs, Leics, Lincs, Merseyside, Mid Glamorgan, ' +
  'Middlesex, Middx, Midlothian, Moray, Norfolk, North Humberside, Northants, Northumberland, Notts, Oxon, Powys, ' +
  'Rutland, Salop, Somerset, South Glamorgan, South Humberside, Staffs, Suffolk, Surrey, Sussex, Sutherland, ' +
  'Tyne and Wear, Tyne & Wear, Warks, West Glamorgan, West Lothian, West Midlands, West Sussex, Wilts, Worcs, Yorks';

const REGIONS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['US', codesAndNames(US)],
  ['CA', codesAndNames(CA)],
  ['AU', codesAndNames(AU)],
  ['GB', new Set(GB.split(', ').map(regionKey))],
]);

/** Whether a text is the state, province or county of the country, as code or name. */
export function isRegion(text: string, countryCode: string): boolean {
  const key = regionKey(text);
  if (
    countryCode === 'GB' &&
    /^[a-z ]{3,}shire$|^[nsew] (?:yorks|sussex|glam|glamorgan|midlands|lothian)$/.test(key)
  )
    return true;
  return REGIONS.get(countryCode)?.has(key) ?? false;
}

function codesAndNames(list: string): ReadonlySet<string> {
  return new Set(
    list.split(', ').flatMap((pair) => {
      const space = pair.indexOf(' ');
      return [regionKey(pair.slice(0, space)), regionKey(pair.slice(space + 1))];
    }),
  );
}

function regionKey(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\p{M}.]/gu, '')
    .toLowerCase();
}
