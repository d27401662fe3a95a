import { columnsOf } from '../../../test/support/sheets.js';

describe('a header', () => {
  it.each([
    ['Address Line 1', 'address.addressLineOne', 1],
    ['  ADDRESS_LINE-1: ', 'address.addressLineOne', 1],
    ['addressLine1', 'address.addressLineOne', 1],
    ['address.zip', 'address.zip', 1],
    ['Post-Code', 'address.zip', 0.95],
    ['Ｚｉｐ', 'address.zip', 1],
    ['Citý', 'address.city', 1],
    ['Order #', 'externalId', 0.95],
    ['Zip *', 'address.zip', 1],
    ['Postcode (required)', 'address.zip', 0.95],
    ['Recipient’s phone', 'recipient.phone', 1],
    ['Lieferadresse PLZ', 'address.zip', 0.95],
    ['Lieferort', 'address.city', 0.95],
    ['Straße und Hausnr.', 'address.addressLineOne', 0.95],
    ['Straße u. Hausnummer', 'address.addressLineOne', 0.95],
    ['Straße + Nr.', 'address.addressLineOne', 0.95],
    ['Rue et numéro', 'address.addressLineOne', 0.95],
    ['Shipping Address City', 'address.city', 0.95],
    ['Ville de livraison', 'address.city', 0.95],
    ['Código postal de envío', 'address.zip', 0.95],
    ['Afleverpostcode', 'address.zip', 0.95],
    ['Telefono destinatario', 'recipient.phone', 0.95],
    ['Cidade de entrega', 'address.city', 0.95],
    ['Customer Note', 'notes', 0.95],
    ['Job No.', 'externalId', 0.95],
    ['N.º de pedido', 'externalId', 0.95],
  ])('%j is applied as %s', (header, field, confidence) => {
    expect(columnsOf([header])).toMatchObject([
      { header: header.trim(), target: { field }, confidence, grade: 'applied', basis: 'header' },
    ]);
  });

  it.each([
    ['Recipient Phone Nubmer', 'recipient.phone'],
    ['Phone number (mobile)', 'recipient.phone'],
    ['Commments', 'notes'],
    ['Bemerkungn', 'notes'],
    ['Billing City', 'address.city'],
    ['Rechnungsort', 'address.city'],
    ['Internal notes', 'notes'],
    ['Transaction ID', 'externalId'],
  ])('%j is only suggested as %s', (header, field) => {
    expect(columnsOf([header])).toMatchObject([
      { target: null, grade: 'suggested', basis: null, confidence: 0, suggestions: [field] },
    ]);
  });

  it('all fields are suggested that share its words', () => {
    expect(columnsOf(['Line Address'])[0]).toMatchObject({
      grade: 'suggested',
      suggestions: ['address.addressLineOne', 'address.addressLineTwo'],
    });
  });

  it.each([
    'Warehouse shelf',
    'Shipping Method',

    'Weight',
    'Sender Name',
    'Absender PLZ',
    'Ville expéditeur',
    'Remitente Nombre',
    '',
  ])('%j is nothing', (header) => {
    expect(columnsOf([header])).toMatchObject([{ target: null, grade: null, suggestions: [] }]);
  });

  it('is kept as it can be shown and stored', () => {
    const long = `${'x'.repeat(299)}😀 and more`;
    expect(columnsOf([long, 'Zip\0', 'a\ud800b'])).toMatchObject([
      { header: `${'x'.repeat(299)}\ufffd` },
      { header: 'Zip' },
      { header: 'a\ufffdb' },
    ]);
  });
});
