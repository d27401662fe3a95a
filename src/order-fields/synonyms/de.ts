import type { FieldSynonyms } from './field-synonyms.js';

export const de: FieldSynonyms = {
  'address.addressName': 'firma, firmenname, unternehmen, gebäude, wohnung, standort, standortname, objekt',
  'address.addressLineOne':
    'strasse, straße, str., adresse, anschrift, straße und hausnummer, straße & hausnummer, straße/hausnummer, ' +
    'straße hausnummer, straße und nr, straße + nr., straße und hausnr., straße u. hausnummer, straße u. hausnr., strasse hausnr, straße hausnr., ' +
    'straßenname, adresse 1, adresszeile 1, adresszeile, anschrift 1, straße 1, lieferadresse, lieferanschrift, versandadresse, empfängeradresse, zieladresse',
  'address.addressLineTwo':
    'adresse 2, adresszeile 2, adresszusatz, adresszusatz 1, anschrift 2, straße 2, zusatz, anschriftenzusatz, adressergänzung, zusätzliche adressangaben',
  'address.city': 'ort, stadt, ortschaft, wohnort, gemeinde, lieferort, zielort, ortsname, stadtname',
  'address.state': 'bundesland, kanton, provinz',
  'address.zip': 'plz, postleitzahl, zustell plz',
  'address.country': 'land, ländercode, länderkennung, lkz, länderkürzel, landescode, ländername, zielland',
  notes:
    'bemerkung, bemerkungen, notiz, notizen, hinweis, hinweise, anmerkung, anmerkungen, kommentar, kommentare, ' +
    'lieferhinweis, hinweise zur lieferung, hinweis zur lieferung, lieferhinweise, zustellhinweis, zustellhinweise, fahrerhinweis, hinweis für den fahrer, hinweise für den fahrer, lieferanweisung, lieferanweisungen, ' +
    'anweisungen, liefernotiz, zustellanweisung, fahrernotiz',
  size: 'größe, paketgröße, abmessungen, paketmaße, maße',
  'recipient.name':
    'name, empfänger, empfängername, name des empfängers, kunde, kundenname, ansprechpartner, kontaktperson, kontakt, vollständiger name, ' +
    'warenempfänger, vor- und nachname, vorname nachname, vorname und nachname, lieferung an',
  activity: 'stopptyp, stoppart, auftragsart, auftragstyp, tätigkeit, vorgangsart',
  'recipient.email': 'e-mail, e-mail-adresse, mailadresse, emailadresse, mail-adresse',
  'recipient.phone':
    'telefon, telefonnummer, tel., tel.-nr., telefonnr., telefon nr, handy, handynummer, mobil, mobilnummer, mobiltelefon, mobilfunknummer, rufnummer, festnetz',
  externalId:
    'bestellnummer, auftragsnummer, bestell-nr., auftrags-nr., bestellnr, auftragsnr, bestell-id, auftrags-id, referenz, referenznummer, ' +
    'kundenreferenz, lieferscheinnummer, lieferschein-nr., sendungsreferenz, lieferreferenz, auftrag',
  packageCount:
    'anzahl pakete, anzahl der pakete, paketanzahl, anzahl packstücke, anzahl der packstücke, packstücke, anzahl sendungen, anzahl kolli, kolli, colli, ' +
    'pakete, stückzahl, menge, anzahl, anzahl kartons, kartons, anzahl kisten, kisten, anzahl artikel',
  products:
    'produkt, produkte, produktname, artikel, artikelname, artikelbezeichnung, inhalt, ware, waren, warenbezeichnung, positionen, bestellte artikel',
  'address.latitude': 'breitengrad, geografische breite, geo breite',
  'address.longitude': 'längengrad, geografische länge, geo länge',
  requestedDate:
    'lieferdatum, liefertermin, wunschtermin, wunschlieferdatum, wunschdatum, wunschliefertermin, gewünschtes lieferdatum, gewünschter liefertermin, ' +
    'liefertag, zustelldatum, zustelltermin, zustelltag, lieferung am, geplantes lieferdatum',
  'timing.earliestTime':
    'frühestens, früheste zeit, früheste lieferzeit, lieferung ab, zeitfenster von, zeitfenster start, zeitfenster beginn, uhrzeit von, zeit von',
  'timing.latestTime':
    'spätestens, späteste zeit, späteste lieferzeit, lieferung bis, zeitfenster bis, zeitfenster ende, uhrzeit bis, zeit bis',
  'timing.serviceSeconds': 'standzeit, aufenthaltsdauer, servicezeit, entladezeit, stoppzeit, haltezeit',
};
