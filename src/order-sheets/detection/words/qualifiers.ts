/**
 * Whom or what a header speaks of besides the field: "Billing Zip", "Absender Name". The words of seven languages;
 * several words of one qualifier are written together, as in a header without its spaces.
 */
export const QUALIFIERS = {
  /** The stop itself. */
  stop:
    'shipping ship shipto deliver delivery deliverto dropoff drop recipient recipients receiver consignee addressee ' +
    'lieferung liefer lieferungs versand empfanger empfangers warenempfanger zustell zustellung ziel ' +
    'livraison destinataire envio entrega destinatario destino verzend verzending bezorg bezorging aflever aflevering lever levering ontvanger ' +
    'spedizione consegna destinazione',
  /** Whoever ordered; often, but not always, the one who receives. */
  customer:
    'customer customers buyer purchaser contact kunde kunden besteller kaufer ansprechpartner client acheteur cliente comprador klant klanten koper acquirente contactpersoon',
  billing:
    'billing billto bill invoice payment payer rechnung rechnungs faktura facturation facture factura facturacion cobro factuur facturatie fatturazione fattura cobranca faturacao fatura faturamento pagador',
  pickup:
    'pickup collection collect collectfrom origin abhol abholung abholungs enlevement ramassage collecte retrait origine recogida recoleccion retiro origen ophaal ophalen afhaal afhalen afhaling ritiro prelievo recolha coleta origem',
  sender:
    'sender senders shipper shipfrom from consignor return returns returnto retour devolucion reso warehouse supplier vendor merchant seller driver courier carrier ' +
    'absender absenders versender lieferant verkaufer fahrer lager expediteur vendeur chauffeur fournisseur entrepot remitente vendedor conductor proveedor almacen ' +
    'afzender verkoper leverancier magazijn mittente venditore autista fornitore magazzino remetente motorista fornecedor armazem',
} as const;

export type Qualifier = keyof typeof QUALIFIERS;

/** Words that change nothing about what a header means; "and" is none: a "street and number" is no "street number". */
export const FILLERS = new Set(
  (
    'the of for iso zur zum s a an to der des die das von fur de du des la le l les d pour el del los las para van voor het di della dello dell degli da do dos das na stop ' +
    'required optional mandatory pflichtfeld optionell obligatoire facultatif obligatorio opcional verplicht optioneel obbligatorio facoltativo 1'
  ).split(' '),
);

/** Beside another word they only say that it is part of an address: "Shipping Address City". */
export const ADDRESS_WORDS = new Set(
  'address addr adresse anschrift direccion domicilio adres indirizzo endereco morada'.split(' '),
);

/** Prefixes of compound words, as German and Dutch make them: "Rechnungsort", "afleverpostcode". */
export const COMPOUNDS: Readonly<Record<string, Qualifier>> = {
  lieferungs: 'stop',
  liefer: 'stop',
  versand: 'stop',
  empfanger: 'stop',
  zustell: 'stop',
  ziel: 'stop',
  verzend: 'stop',
  bezorg: 'stop',
  aflever: 'stop',
  lever: 'stop',
  ontvanger: 'stop',
  kunden: 'customer',
  klant: 'customer',
  rechnungs: 'billing',
  rechnung: 'billing',
  factuur: 'billing',
  abhol: 'pickup',
  ophaal: 'pickup',
  afhaal: 'pickup',
  absender: 'sender',
  versender: 'sender',
  afzender: 'sender',
};
