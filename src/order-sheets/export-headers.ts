/**
 * What an export tells besides an order's fields. An import passes over these columns, so that an export can be
 * imported as it stands.
 */
export const exportFacts = [
  'Order Id',
  'Status',
  'Source',
  'Tracking Code',
  'Tracking URL',
  'Route',
  'Route Position',
  'Estimated At',
  'Estimated From',
  'Estimated To',
  'Result',
  'Attempted At',
  'Signee',
  'Driver Remark',
  'Photos',
  'Return Reason',
  'Store Cancelled At',
  'Created At',
  'Submitted At',
  'Scheduled At',
  'Out For Delivery At',
  'Completed At',
  'Metadata',
  'Internal Notes',
] as const;
export type ExportFact = (typeof exportFacts)[number];

export const exportHeader = (fact: ExportFact) => `Waybill ${fact}`;
