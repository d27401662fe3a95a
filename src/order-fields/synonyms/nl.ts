import type { FieldSynonyms } from './field-synonyms.js';

export const nl: FieldSynonyms = {
  'address.addressName': 'bedrijf, bedrijfsnaam, gebouw, appartement, locatienaam, organisatie, vestiging',
  'address.addressLineOne':
    'straat, straatnaam, adres, adres 1, adresregel 1, adresregel, straat en huisnummer, straat + huisnummer, straat & huisnummer, straat/huisnummer, straat huisnummer, straatnaam en huisnummer, ' +
    'straat en nummer, bezorgadres, afleveradres, leveradres, verzendadres, volledig adres, adres ontvanger',
  'address.addressLineTwo': 'adres 2, adresregel 2, adrestoevoeging, extra adresregel, adresaanvulling',
  'address.city': 'plaats, woonplaats, stad, plaatsnaam, gemeente',
  'address.state': 'provincie, regio',
  'address.zip': 'postcode, postnummer, post code',
  'address.country': 'land, landcode, landnaam',
  notes:
    'opmerking, opmerkingen, notitie, notities, toelichting, instructie, instructies, bezorginstructie, bezorginstructies, leverinstructies, afleverinstructies, aflever instructies, bijzonderheden, ' +
    'instructies voor de chauffeur, notitie voor de chauffeur, opmerkingen voor de chauffeur, opmerking voor chauffeur, opmerkingen bezorging, bezorgnotitie',
  size: 'formaat, afmetingen, grootte, pakketformaat, maat, afmeting',
  'recipient.name':
    'naam, volledige naam, ontvanger, naam ontvanger, naam van ontvanger, naam van de ontvanger, klant, klantnaam, naam klant, contactpersoon, contact, geadresseerde, voor- en achternaam, voornaam en achternaam',
  activity:
    'type stop, soort stop, stopsoort, soort opdracht, opdrachttype, bezorgen/ophalen, levering/afhaling',
  'recipient.email': 'e-mail, e-mailadres, email, emailadres, mailadres',
  'recipient.phone':
    'telefoon, telefoonnummer, tel, tel., tel nr, telefoonnr, mobiel, mobiele nummer, mobiel nummer, gsm, gsm-nummer, mobiele telefoon, vast nummer',
  externalId:
    'bestelnummer, ordernummer, order nr, ordernr, bestelnr, bestel nr, opdrachtnummer, order-id, bestelling, bestelling id, referentie, referentienummer, klantreferentie, uw referentie, kenmerk, pakbonnummer',
  packageCount:
    'aantal pakketten, aantal colli, aantal dozen, aantal pakjes, aantal stuks, pakketten, colli, dozen, aantal, hoeveelheid, stuks, aantal artikelen, aantal zendingen',
  products:
    'product, producten, productnaam, artikel, artikelen, inhoud, goederen, artikelomschrijving, omschrijving artikel, artikelnaam, productomschrijving',
  'address.latitude': 'breedtegraad',
  'address.longitude': 'lengtegraad',
  requestedDate:
    'leverdatum, bezorgdatum, afleverdatum, gewenste leverdatum, gewenste bezorgdatum, gewenste datum, leverdag, bezorgdag, geplande leverdatum, geplande bezorgdatum, datum levering, datum van levering',
  'timing.earliestTime':
    'tijd van, tijd vanaf, vanaf, vroegste tijd, vroegste levertijd, starttijd, begintijd, tijdvenster van, tijdvenster start, tijdvak van, niet voor',
  'timing.latestTime':
    'tijd tot, uiterlijk, laatste tijd, uiterste levertijd, eindtijd, tijdvenster tot, tijdvenster einde, tijdvak tot, niet na',
  'timing.serviceSeconds': 'servicetijd, stoptijd, lostijd, tijd ter plaatse, stopduur',
};
