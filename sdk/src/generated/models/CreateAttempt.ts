/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type CreateAttempt = {
    state: 'delivered_to_recipient' | 'delivered_to_third_party' | 'delivered_to_mailbox' | 'delivered_to_safe_place' | 'delivered_to_pickup_point' | 'delivered_other' | 'picked_up_from_customer' | 'picked_up_unmanned' | 'picked_up_from_locker' | 'picked_up_other' | 'failed_not_home' | 'failed_cant_find_address' | 'failed_no_parking' | 'failed_no_time' | 'failed_package_not_available' | 'failed_missing_required_proof' | 'failed_payment_not_received' | 'failed_other';
    /**
     * When the driver was there. Default: now.
     */
    attemptedAt?: string | null | undefined;
    /**
     * Where the driver was, WGS-84.
     */
    location?: {
        latitude: number;
        longitude: number;
    } | null | undefined;
    signeeName?: string | null | undefined;
    /**
     * For the recipient and the client to read.
     */
    recipientNotes?: string | null | undefined;
    /**
     * For the organization only.
     */
    internalNotes?: string | null | undefined;
};
