/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Why nothing is sent to it:
 *
 * - `by_hand`: Somebody switched it off.
 * - `gone`: It answered 410, by which receivers say that they want no more.
 * - `failing`: Everything sent to it failed for five days.
 */
export type WebhookDisabledReason = 'by_hand' | 'gone' | 'failing';
