/** What stands in the columns of the variations. */
const PLACES = {
  en: {
    streets: ['Main St', 'High Street', 'Lewes Road', 'Elm Avenue', 'Station Road'],
    cities: ['Boston', 'Leeds', 'Springfield', 'New Haven', 'Bath'],
    states: ['MA', 'NY', 'CT', 'CA', 'TX'],
    zips: ['02115', '10018', 'LS5 3BD', '06511', '94110-2233'],
    country: ['US', 'United States', 'GB'],
    first: ['Ada', 'Owen', 'Priya', 'Mary Ann', 'Devon'],
    last: ['Reader', 'Tregear', 'O’Neill', 'Smith', 'de la Cruz'],
    notes: [
      'Please ring the bell twice.',
      'Leave it with the neighbour',
      'Gate code is on the door',
      'Call on arrival please',
    ],
    status: ['completed', 'processing', 'open'],
    text: ['Express', 'Standard', 'Credit card'],
  },
  de: {
    streets: ['Hauptstraße', 'Osterstr.', 'Am Markt', 'Lindenweg', 'Rosa-Luxemburg-Platz'],
    cities: ['Dresden', 'Hamburg', 'Bad Homburg', 'Köln', 'Leipzig'],
    states: ['Bayern', 'Hessen', 'Sachsen', 'Berlin', 'NRW'],
    zips: ['01067', '20255', '50667', '04109', '61348'],
    country: ['DE', 'Deutschland', 'Österreich'],
    first: ['Jürgen', 'Frauke', 'Anna-Lena', 'Piet', 'Hans'],
    last: ['Groß', 'Meyer', 'von der Heide', 'Schmidt', 'Hansen'],
    notes: [
      'Bitte beim Nachbarn abgeben',
      'Klingel ist defekt, bitte anrufen.',
      'Hintereingang benutzen bitte',
      'Nicht vor acht Uhr klingeln',
    ],
    status: ['offen', 'bezahlt', 'versendet'],
    text: ['Express', 'Standard', 'Rechnung'],
  },
  fr: {
    streets: ['Rue de la Paix', 'Avenue Foch', 'Boulevard Voltaire', 'Place du Marché', 'Quai Saint-Michel'],
    cities: ['Paris', 'Lyon', 'Saint-Étienne', 'Lille', 'Aix-en-Provence'],
    states: ['Bretagne', 'Occitanie', 'Normandie', 'Grand Est', 'Corse'],
    zips: ['75002', '69003', '42000', '59000', '13100'],
    country: ['FR', 'France', 'Belgique'],
    first: ['Élodie', 'Jean-Luc', 'Camille', 'Amélie', 'Hugo'],
    last: ['Lefèvre', 'Dubois', 'de Villiers', 'Martin', 'Moreau'],
    notes: [
      'Merci de sonner deux fois.',
      'Laisser chez le gardien si absent',
      'Le code est sur la porte',
      'Appeler avant la livraison',
    ],
    status: ['payée', 'expédiée', 'annulée'],
    text: ['Express', 'Standard', 'Carte bancaire'],
  },
  es: {
    streets: ['Calle Mayor', 'Gran Vía', 'Paseo de Zorrilla', 'Avenida del Puerto', 'Plaza Nueva'],
    cities: ['Madrid', 'Valladolid', 'San Sebastián', 'Sevilla', 'Gijón'],
    states: ['Madrid', 'Sevilla', 'Asturias', 'Valencia', 'Murcia'],
    zips: ['28013', '47001', '20004', '41001', '33201'],
    country: ['ES', 'España', 'Portugal'],
    first: ['Teresa', 'Hugo', 'María José', 'Íñigo', 'Lucía'],
    last: ['Montes', 'García López', 'de la Fuente', 'Cifuentes', 'Núñez'],
    notes: [
      'Llamar antes de entregar, por favor.',
      'Dejar en la portería si no hay nadie',
      'El timbre no funciona bien',
      'Entregar por la puerta trasera',
    ],
    status: ['pagado', 'enviado', 'pendiente'],
    text: ['Urgente', 'Estándar', 'Tarjeta'],
  },
  nl: {
    streets: ['Haarlemmerdijk', 'Javastraat', 'Overtoom', 'Dam', 'Lange Voorhout'],
    cities: ['Amsterdam', 'Utrecht', 'Den Haag', 'Eindhoven', 'Zwolle'],
    states: ['Utrecht', 'Limburg', 'Zeeland', 'Drenthe', 'Flevoland'],
    zips: ['1013 KG', '3511AB', '2514 EG', '5611 AZ', '8011 PK'],
    country: ['NL', 'Nederland', 'België'],
    first: ['Sanne', 'Joris', 'Anne-Fleur', 'Bram', 'Lotte'],
    last: ['de Boer', 'van den Berg', 'Jansen', 'Visser', 'Bakker'],
    notes: [
      'Niet bij de buren afgeven',
      'Bellen bij aankomst graag',
      'De bel doet het niet.',
      'Achterom lopen via de poort',
    ],
    status: ['betaald', 'verzonden', 'open'],
    text: ['Avondlevering', 'Standaard', 'iDEAL'],
  },
  it: {
    streets: ['Via Roma', 'Corso Vittorio Emanuele', 'Piazza Navona', 'Viale Monza', 'Via dei Mille'],
    cities: ['Milano', 'Torino', 'Reggio Emilia', 'Napoli', 'Lecce'],
    states: ['MI', 'TO', 'RE', 'NA', 'LE'],
    zips: ['20121', '10121', '42121', '80121', '73100'],
    country: ['IT', 'Italia', 'Svizzera'],
    first: ['Giulia', 'Marco', 'Anna Maria', 'Luca', 'Chiara'],
    last: ['Rossi', 'De Luca', 'Esposito', 'Bianchi', 'Ferrari'],
    notes: [
      'Suonare due volte per favore.',
      'Lasciare al portiere se assente',
      'Il citofono non funziona',
      'Chiamare prima della consegna',
    ],
    status: ['spedito', 'pagato', 'annullato'],
    text: ['Espresso', 'Standard', 'Carta di credito'],
  },
  pt: {
    streets: ['Rua Augusta', 'Avenida Paulista', 'Largo do Chiado', 'Rua das Flores', 'Travessa Nova'],
    cities: ['Lisboa', 'São Paulo', 'Vila Nova de Gaia', 'Porto', 'Braga'],
    states: ['SP', 'RJ', 'Lisboa', 'Porto', 'MG'],
    zips: ['1100-053', '01310-100', '4400-129', '4050-262', '4710-295'],
    country: ['PT', 'Brasil', 'Portugal'],
    first: ['Inês', 'João', 'Ana Rita', 'Tiago', 'Beatriz'],
    last: ['Silva', 'dos Santos', 'Ferreira', 'Costa', 'Almeida'],
    notes: [
      'Tocar à campainha duas vezes, por favor.',
      'Deixar na portaria se ninguém atender',
      'O elevador não funciona hoje',
      'Ligar antes de entregar',
    ],
    status: ['pago', 'enviado', 'cancelado'],
    text: ['Expresso', 'Normal', 'Cartão'],
  },
};

/** A cell of a column; `r` picks from lists and numbers, `row` counts from 0. */
export function cellOf(kind, language, r, row) {
  const place = PLACES[language];
  const amount = () => `${r.below(90) + 4}${r.pick(['.99', '.50', ',90', '.25'])}`;
  switch (kind) {
    case 'id':
      return `${r.letters}-${1000 + row}`;
    case 'name':
      return `${r.pick(place.first)} ${r.pick(place.last)}`;
    case 'first':
      return r.pick(place.first);
    case 'last':
      return r.pick(place.last);
    case 'company':
      return r.below(3) ? '' : `${r.pick(place.last)} ${r.pick(['Ltd', 'GmbH', 'S.A.', 'BV', '& Co'])}`;
    case 'street':
      return `${r.pick(place.streets)} ${1 + r.below(240)}`;
    case 'roadOnly':
      return r.pick(place.streets);
    case 'number':
      return `${1 + r.below(240)}${r.pick(['', '', 'a', 'B'])}`;
    case 'line2':
      return r.below(3) ? '' : r.pick(['2nd floor', 'Hof B', '3', 'Apt. 4C', 'c/o Meyer']);
    case 'zip':
      return r.pick(place.zips);
    case 'city':
      return r.pick(place.cities);
    case 'state':
      return r.pick(place.states);
    case 'country':
      return r.pick(place.country);
    case 'phone':
      return r.pick([
        '+12125550142',
        '0171 3920055',
        '06-12345678',
        '(617) 555-0123',
        '612 34 56 90',
        '+351912345678',
      ]);
    case 'email':
      return `${r.pick(['ada', 'jo', 'info', 'shop'])}${row}@example.org`;
    case 'notes':
      return r.below(2) ? r.pick(place.notes) : '';
    case 'count':
      return String(1 + r.below(12));
    case 'products':
      return r.pick(['Maps', 'Atlas|Globe', 'Rye loaf', 'Tea', 'Socks, blue']);
    case 'date':
      return `2026-12-${String(1 + r.below(28)).padStart(2, '0')}`;
    case 'moment':
      return r.pick(['2026-11-27 09:12', '2026-11-25', '27/11/2026 18:40']);
    case 'price':
      return r.pick([amount(), `€ ${amount()}`, `$${amount()}`, amount()]);
    case 'weight':
      return `${r.below(20)}.${r.below(9)}`;
    case 'status':
      return r.pick(place.status);
    case 'text':
      return r.pick(place.text);
    case 'code':
      return `X${r.below(9000) + 1000}`;
    default:
      throw new Error(`No cells of kind ${kind}`);
  }
}
