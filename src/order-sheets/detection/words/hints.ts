import type { FieldName } from '../../../order-fields/catalogue.js';

/** Headers that may mean a field, but as often mean something else: they are suggested, never used unasked. */
export const HINTS: Readonly<Partial<Record<FieldName, string>>> = {
  'address.addressName': 'floor, piso, etage, étage, departamento, room',
  'address.addressLineOne':
    'location, destination, place, delivery location, standort, lieu, lugar, ubicación, locatie, luogo, local',
  'address.state': 'département, departamento, staat',
  notes:
    'customer comment, description, details, additional information, additional info, message, delivery note, kundennotiz, kundenhinweis, beschreibung, info, zusatzinfo, ' +
    'note du message, descripción, nota del cliente, omschrijving, klantnotitie, descrizione, nota del cliente, descrição, nota do cliente, gate code, access code, internal notes, private notes',
  size: 'item size, measurements, talla, taglia',
  'recipient.name':
    'person, client name, client, stop name, attention to, contact details, bestellername, ship to contact, delivery contact',
  activity: 'service type, service, kind',
  'recipient.phone':
    'whatsapp, sms, day phone, evening phone, phone 2, alternate phone, alternative phone, fax',
  externalId:
    'po, purchase order, number, no, id number, nr, nummer, order name, ' +
    'rechnungsnummer, sendungsnummer, numéro de suivi, numéro de facture, número de seguimiento, número de factura, trackingnummer, factuurnummer, numero fattura, número da fatura, orden, transaction id',
  packageCount: 'units, unit count, item qty, volumes count, pallets, stück, number of units, unités, nombre',
  requestedDate:
    'date, datum, fecha, data, due date, ship date, shipping date, ship by, pickup date, collection date, arrival date, deadline, fällig am, versanddatum, abholdatum, date souhaitée de retrait, ' +
    'date d’expédition, fecha de envío, verzenddatum, ophaaldatum, data di spedizione, data di ritiro, data de envio, data de recolha, fecha solicitada, data richiesta, data solicitada, service date',
  'timing.earliestTime': 'ready time, pickup time, collection time',
};

/** What a header means where its column cannot be what it means at first. */
export const OTHERWISE: Readonly<Record<string, FieldName>> = {
  client: 'recipient.name',
  'street number': 'address.addressLineOne',
  'strasse number': 'address.addressLineOne',
  'straat number': 'address.addressLineOne',
};
