/** What a dispatcher may change on an order that its client submitted. */
const dispatcherFields = ['clientCode', 'clientId', 'depotId', 'address', 'notes', 'internalNotes'] as const;

/** Of these fields of a submitted order, such as `notes` or `address.zip`, those that only its client may change. */
export function clientsFields(fields: readonly string[]): string[] {
  const allowed: readonly string[] = dispatcherFields;
  return fields.filter((field) => !allowed.includes(field.split('.')[0]!));
}
