/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * How an attempt ended:
 *
 * - `delivered_to_recipient`: Handed to the recipient.
 * - `delivered_to_third_party`: Handed to somebody else, such as a neighbour.
 * - `delivered_to_mailbox`: Left in the mailbox.
 * - `delivered_to_safe_place`: Left in a safe place.
 * - `delivered_to_pickup_point`: Left at a pickup point.
 * - `delivered_other`: Delivered in another way; the notes say how.
 * - `picked_up_from_customer`: Collected from the customer.
 * - `picked_up_unmanned`: Collected where nobody was.
 * - `picked_up_from_locker`: Collected from a locker.
 * - `picked_up_other`: Collected in another way; the notes say how.
 * - `failed_not_home`: Nobody was there.
 * - `failed_cant_find_address`: The address could not be found.
 * - `failed_no_parking`: There was nowhere to park.
 * - `failed_no_time`: The driver ran out of time.
 * - `failed_package_not_available`: The package was not there.
 * - `failed_missing_required_proof`: The proof that is required could not be taken.
 * - `failed_payment_not_received`: The payment was not made.
 * - `failed_other`: It failed for another reason; the notes say which.
 */
export type AttemptState = 'delivered_to_recipient' | 'delivered_to_third_party' | 'delivered_to_mailbox' | 'delivered_to_safe_place' | 'delivered_to_pickup_point' | 'delivered_other' | 'picked_up_from_customer' | 'picked_up_unmanned' | 'picked_up_from_locker' | 'picked_up_other' | 'failed_not_home' | 'failed_cant_find_address' | 'failed_no_parking' | 'failed_no_time' | 'failed_package_not_available' | 'failed_missing_required_proof' | 'failed_payment_not_received' | 'failed_other';
