import type { FieldSynonyms } from './field-synonyms.js';

export const fr: FieldSynonyms = {
  'address.addressName':
    'société, entreprise, raison sociale, nom de la société, bâtiment, appartement, immeuble, nom du lieu, résidence',
  'address.addressLineOne':
    'adresse, rue, voie, adresse 1, adresse ligne 1, ligne adresse 1, ligne 1, ligne d’adresse 1, adresse de livraison, adresse postale, numéro et rue, rue et numéro, n° et rue, ' +
    'numéro et nom de rue, nom de la rue, nom de rue, nom de la voie, nom de voie, adresse complète, adresse du destinataire, numéro et voie, libellé de la voie',
  'address.addressLineTwo':
    "adresse 2, adresse ligne 2, ligne 2, ligne d’adresse 2, complément d'adresse, complément adresse, complément, adresse complémentaire",
  'address.city': 'ville, commune, localité, ville de livraison',
  'address.state': 'province, région, canton, état/province, état/région',
  'address.zip': 'code postal, cp, code postal de livraison, npa',
  'address.country': 'pays, code pays, pays de livraison',
  notes:
    'note, notes, remarque, remarques, observation, observations, commentaire, commentaires, instruction, instructions, instructions de livraison, ' +
    'consigne, consignes, consignes de livraison, commentaire de livraison, note de livraison, notes de livraison, instructions pour le chauffeur, instructions pour le livreur',
  size: 'taille, dimensions, taille du colis, dimensions du colis',
  'recipient.name':
    'nom complet, destinataire, nom du destinataire, nom du client, contact, nom du contact, nom et prénom, nom prénom, prénom nom, prénom et nom, nom',
  activity:
    'type d’arrêt, type de mission, type de tâche, livraison/enlèvement, livraison ou enlèvement, type de prestation',
  'recipient.email':
    'e-mail, email, courriel, adresse e-mail, adresse email, adresse mail, adresse courriel, adresse électronique, mail',
  'recipient.phone':
    'téléphone, numéro de téléphone, n° de téléphone, n° téléphone, tél., tel, portable, mobile, téléphone portable, téléphone mobile, numéro de portable, téléphone fixe, tél. portable',
  externalId:
    'numéro de commande, n° de commande, n° commande, no de commande, num commande, numéro commande, id commande, identifiant commande, référence commande, référence de commande, ref commande, ' +
    'commande, référence, réf., réf client, référence client, numéro de bon de livraison, identifiant',
  packageCount:
    'nombre de colis, nb colis, nb de colis, nbre de colis, nombre colis, colis, quantité, qté, nombre de paquets, nombre de cartons, nombre d’articles',
  products:
    'produit, produits, nom du produit, article, articles, contenu, désignation, marchandise, marchandises, contenu du colis, libellé produit, nom de l’article',
  'address.latitude': 'latitude',
  'address.longitude': 'longitude',
  requestedDate:
    'date de livraison, date de livraison souhaitée, date souhaitée, jour de livraison, date livraison, livraison le, date de livraison prévue, date de livraison demandée',
  'timing.earliestTime':
    'heure au plus tôt, au plus tôt, heure de début, début de créneau, début du créneau, créneau début, heure min, à partir de, livraison à partir de',
  'timing.latestTime':
    'heure au plus tard, au plus tard, heure de fin, fin de créneau, fin du créneau, créneau fin, heure max, livraison avant',
  'timing.serviceSeconds':
    'temps sur place, durée de service, temps de service, durée d’arrêt, durée de l’arrêt, temps d’arrêt',
};
