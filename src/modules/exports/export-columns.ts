import { ORDER_FIELDS } from '../../order-fields/order-fields.js';
import { exportHeader, type ExportFact } from '../../order-sheets/index.js';
import type { OrderDto } from '../orders/orders.dto.js';
import type { StopDto } from '../stops/stops.dto.js';

/** An order as it is exported: with the Client ID that dispatchers' spreadsheets name the client by. */
export type Exported = OrderDto & { internalNotes?: StopDto['internalNotes']; clientCode?: string | null };

interface Column {
  header: string;
  cell: (order: Exported) => string;
}

/** What the import reads comes first, under the headers of the template. */
const content: Column[] = ORDER_FIELDS.map((field) => ({
  header: field.header,
  cell: (order) => field.print(order),
}));

const told = (fact: ExportFact, value: (order: Exported) => string | number | null | undefined): Column => ({
  header: exportHeader(fact),
  cell: (order) => {
    const found = value(order);
    return found === null || found === undefined ? '' : String(found);
  },
});

/** What the import passes over. */
const facts: Column[] = [
  told('Order Id', ({ id }) => id),
  told('Status', ({ status }) => status),
  told('Source', ({ source }) => source),
  told('Tracking Code', ({ trackingCode }) => trackingCode),
  told('Tracking URL', ({ trackingUrl }) => trackingUrl),
  told('Route', ({ route }) => route?.title),
  told('Route Position', ({ route }) => route?.position),
  told('Estimated At', ({ eta }) => eta?.estimatedAt),
  told('Estimated From', ({ eta }) => eta?.earliestAt),
  told('Estimated To', ({ eta }) => eta?.latestAt),
  told('Result', ({ delivery }) => delivery?.state),
  told('Attempted At', ({ delivery }) => delivery?.attemptedAt),
  told('Signee', ({ delivery }) => delivery?.signeeName),
  told('Driver Remark', ({ delivery }) => delivery?.recipientNotes),
  told('Photos', ({ delivery }) => delivery?.photoCount),
  told('Return Reason', ({ returnReason }) => returnReason),
  told('Store Cancelled At', ({ storeCancelledAt }) => storeCancelledAt),
  told('Created At', ({ createdAt }) => createdAt),
  told('Submitted At', ({ submittedAt }) => submittedAt),
  told('Scheduled At', ({ scheduledAt }) => scheduledAt),
  told('Out For Delivery At', ({ outForDeliveryAt }) => outForDeliveryAt),
  told('Completed At', ({ completedAt }) => completedAt),
  told('Metadata', ({ metadata }) => (Object.keys(metadata).length > 0 ? JSON.stringify(metadata) : '')),
];

/** The columns of a side's spreadsheet. */
export const exportColumns = {
  client: [...content.filter(({ header }) => header !== 'Client ID'), ...facts],
  organization: [...content, ...facts, told('Internal Notes', ({ internalNotes }) => internalNotes)],
};
