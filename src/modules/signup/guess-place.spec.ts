import { guessPlace } from './guess-place.js';

describe('where a new organization is', () => {
  it.each([
    [{ countryCode: 'DE', timezone: 'Europe/Vienna' }, 'fr-FR', 'DE', 'Europe/Vienna', []],
    [{ countryCode: 'DE' }, undefined, 'DE', 'Europe/Berlin', ['timezone']],
    [{ timezone: 'America/New_York' }, 'de-DE', 'US', 'America/New_York', ['countryCode']],
    [{ timezone: 'Asia/Calcutta' }, undefined, 'IN', 'Asia/Calcutta', ['countryCode']],
    [{}, 'en;q=0.9, nl-NL;q=0.8', 'NL', 'Europe/Amsterdam', ['countryCode', 'timezone']],
    [{}, 'zh-Hant-TW', 'TW', 'Asia/Taipei', ['countryCode', 'timezone']],
  ])('%j with %j', (said, languages, countryCode, timezone, guessed) => {
    expect(guessPlace(said, languages)).toEqual({ countryCode, timezone, guessed });
  });

  it.each(['*', 'en', 'xx-QQ', '', '-', 'e-US', ',,,'])('is not known from %j', (languages) => {
    expect(guessPlace({}, languages)).toEqual({ countryCode: null, timezone: 'UTC', guessed: [] });
  });

  it('has no one time zone where the country has several', () => {
    expect(guessPlace({}, 'en-US')).toEqual({ countryCode: 'US', timezone: 'UTC', guessed: ['countryCode'] });
  });

  it('says nothing of a zone without a country', () => {
    expect(guessPlace({ timezone: 'UTC' })).toEqual({ countryCode: null, timezone: 'UTC', guessed: [] });
  });
});
