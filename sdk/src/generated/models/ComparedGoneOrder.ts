/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { OrderStatus } from './OrderStatus.js';
/**
 * An order made before whose Id the file does not hold.
 */
export type ComparedGoneOrder = {
    /**
     * Its Id.
     */
    externalId: string;
    /**
     * Id of the order.
     */
    orderId: string;
    /**
     * How far the order is.
     */
    status: OrderStatus;
    /**
     * Who receives or hands over; null for none.
     */
    recipientName: string | null;
    /**
     * Where it goes, in one line; null where it has coordinates only.
     */
    address: string | null;
};
