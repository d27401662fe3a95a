import type { FieldSynonyms } from './field-synonyms.js';

export const it: FieldSynonyms = {
  'address.addressName':
    'azienda, ragione sociale, società, nome azienda, edificio, appartamento, interno, ditta',
  'address.addressLineOne':
    'indirizzo, via, indirizzo 1, indirizzo riga 1, riga indirizzo 1, indirizzo di consegna, indirizzo di spedizione, indirizzo consegna, indirizzo spedizione, via e numero, via e numero civico, via e civico, ' +
    'indirizzo completo, nome della via, strada, indirizzo destinatario, indirizzo del destinatario',
  'address.addressLineTwo':
    "indirizzo 2, indirizzo riga 2, riga indirizzo 2, complemento indirizzo, informazioni aggiuntive sull'indirizzo, dettagli indirizzo",
  'address.city': 'città, comune, località, città di consegna, città di spedizione',
  'address.state': 'provincia, prov., regione, stato/provincia, sigla provincia',
  'address.zip': 'cap, c.a.p., codice postale, codice avviamento postale, cap di consegna',
  'address.country':
    'paese, nazione, codice paese, stato estero, paese di consegna, paese di spedizione, codice nazione',
  notes:
    'nota, note, osservazioni, commento, commenti, istruzioni, annotazioni, istruzioni di consegna, istruzioni consegna, note di consegna, note consegna, note per il corriere, note corriere, istruzioni per il corriere, istruzioni per l’autista, note per l’autista, indicazioni per la consegna',
  size: 'dimensioni, misure, dimensione, dimensioni pacco, dimensioni del pacco',
  'recipient.name':
    'nome completo, destinatario, nome destinatario, nome del destinatario, cliente, nome cliente, nome del cliente, contatto, referente, persona di contatto, nome e cognome, nominativo, intestatario, nome, cognome e nome',
  activity:
    'tipo di fermata, tipo fermata, tipo di servizio, consegna/ritiro, consegna o ritiro, tipo attività',
  'recipient.email':
    'e-mail, email, posta elettronica, indirizzo email, indirizzo e-mail, indirizzo di posta elettronica',
  'recipient.phone':
    'telefono, numero di telefono, numero telefono, n. telefono, tel, tel., cellulare, numero di cellulare, numero cellulare, telefono cellulare, recapito telefonico, cell., telefono fisso',
  externalId:
    'numero ordine, numero d’ordine, numero dell’ordine, n. ordine, n° ordine, nr ordine, num ordine, id ordine, codice ordine, ordine, riferimento, rif., riferimento ordine, riferimento cliente, numero riferimento, rif. cliente, rif. ordine, numero ddt',
  packageCount:
    'colli, numero colli, n. colli, n° colli, nr colli, numero di colli, totale colli, pacchi, numero pacchi, numero di pacchi, quantità, q.tà, qta, pezzi, numero pezzi, scatole, numero di scatole, numero articoli',
  products:
    'prodotto, prodotti, nome prodotto, nome del prodotto, articolo, articoli, contenuto, merce, descrizione merce, descrizione prodotto, descrizione articolo, nome articolo',
  'address.latitude': 'latitudine',
  'address.longitude': 'longitudine',
  requestedDate:
    'data di consegna, data consegna, giorno di consegna, data di consegna richiesta, data consegna richiesta, data prevista consegna, data desiderata, data di consegna desiderata, consegnare il, data di consegna prevista',
  'timing.earliestTime':
    'dalle, dalle ore, ora inizio, orario inizio, ora di inizio, non prima delle, consegna dalle, orario dalle, ora minima',
  'timing.latestTime':
    'alle, alle ore, ora fine, orario fine, ora di fine, non oltre le, entro le, consegna entro, orario alle, ora massima',
  'timing.serviceSeconds':
    'tempo di servizio, durata sosta, tempo di sosta, durata fermata, tempo di scarico',
};
