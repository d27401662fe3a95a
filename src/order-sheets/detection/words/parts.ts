/** What a column may hold besides a whole field: a part of one, or several fields in one cell. */
export const PARTS = {
  salutation:
    'salutation, honorific, name prefix, courtesy title, anrede, civilité, tratamiento, aanhef, titolo, saluto, título, tratamento, title, titel, titre',
  firstName:
    'first name, firstname, given name, forename, fname, vorname, prénom, nombre de pila, primer nombre, voornaam, nome di battesimo, primeiro nome, nome próprio',
  middleName:
    'middle name, middle initial, second name, zweiter vorname, deuxième prénom, segundo nombre, tussenvoegsel, tussenvoegsels, secondo nome, nome do meio',
  lastName:
    'last name, lastname, surname, family name, lname, nachname, familienname, zuname, nom de famille, apellido, apellidos, achternaam, familienaam, cognome, sobrenome, apelido, último nome',
  houseNumber:
    'house number, house no, house nr, street number, street no, street nr, building number, hausnummer, hausnr, haus nr, haus-nr., hnr, straßennummer, straße nr, ' +
    'numéro de rue, numéro de voie, n° de rue, n° de voie, n° voie, numéro de maison, número de calle, número de casa, número exterior, num exterior, nº exterior, ' +
    'huisnummer, straat nr, huisnr, huis nr, huisnr., numero civico, n. civico, n° civico, nr civico, civico, número da porta, número da casa, nº da porta, número de porta, número do endereço',
  /** Says the number of a house only beside a street. */
  shortNumber: 'no, nr, nr., n°, nº, num, number, #, nummer, numéro, número, numero, n, hs nr',
  houseSuffix:
    'house number suffix, house number addition, house number extension, house suffix, hausnummernzusatz, hausnummerzusatz, hausnr zusatz, hausnr. zusatz, hausnummer zusatz, ' +
    'huisnummertoevoeging, huisnummer toevoeging, toevoeging, huisletter, huisnr toevoeging, complément de numéro, indice de répétition, esponente, letra',
  lineThree:
    'address line 3, address 3, address line three, line 3, street 3, street line 3, adresse 3, adresszeile 3, adresszusatz 2, adresse ligne 3, ligne adresse 3, dirección 3, dirección línea 3, ' +
    'adres 3, adresregel 3, indirizzo 3, indirizzo riga 3, endereço 3, endereço linha 3, morada 3',
  cityStateZip:
    'city state zip, city state zip code, city/state/zip, csz, city and zip, city zip, zip city, zip/city, town and postcode, town postcode, city & postcode, city postcode, postcode and city, postcode city, ' +
    'plz ort, plz/ort, plz und ort, postleitzahl ort, postleitzahl und ort, ort plz, ort/plz, code postal ville, cp ville, code postal et ville, ville code postal, ' +
    'código postal y ciudad, cp ciudad, cp población, código postal y población, postcode plaats, postcode en plaats, postcode woonplaats, postcode en woonplaats, postcode/plaats, ' +
    'cap città, cap e città, cap comune, cap/città, cap località, cep cidade, código postal e localidade, código postal localidade',
  /** The state, where its cells are codes: it may be a street as well. */
  stateCode: 'st, prov, uf',
  timeWindow:
    'time window, delivery window, delivery time window, time slot, timeslot, delivery slot, delivery time slot, delivery time, window, ' +
    'zeitfenster, lieferzeitfenster, lieferzeit, zustellzeitfenster, créneau, créneau horaire, créneau de livraison, plage horaire, heure de livraison, ' +
    'ventana horaria, franja horaria, ventana de entrega, horario de entrega, tijdvak, tijdvenster, bezorgvenster, levertijd, tijdslot, ' +
    'fascia oraria, finestra oraria, orario di consegna, fascia oraria di consegna, janela de entrega, janela horária, horário de entrega, faixa horária',
} as const;

export type Part = keyof typeof PARTS;
