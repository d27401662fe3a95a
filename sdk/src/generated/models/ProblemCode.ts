/* generated from the OpenAPI document -- do not edit */
/** The codes of each status. */
export interface ProblemCodes {
    400: 'validation_failed' | 'malformed_json' | 'upload_incomplete' | 'picture_unreadable' | 'spreadsheet_unreadable' | 'bad_request' | 'cursor_invalid' | 'too_many_labels' | 'cursor_mismatch';
    401: 'authentication_required' | 'credentials_invalid' | 'token_invalid' | 'shopify_signature_invalid';
    403: 'permission_denied' | 'signup_closed' | 'sandbox_only' | 'order_upload_not_allowed';
    404: 'not_found' | 'invitation_invalid' | 'shopify_not_connected';
    409: 'already_member' | 'owner_required' | 'invitation_not_pending' | 'client_archived' | 'client_already_active' | 'depot_is_main' | 'external_id_taken' | 'order_not_editable' | 'order_not_submittable' | 'order_not_withdrawable' | 'order_on_route' | 'required_fields_missing' | 'stop_not_assignable' | 'stop_has_client' | 'stop_not_editable' | 'stop_not_reschedulable' | 'stop_not_returnable' | 'stop_not_out_for_delivery' | 'proof_missing' | 'proof_full' | 'route_started' | 'route_not_started' | 'route_changed' | 'route_empty' | 'route_has_open_stops' | 'route_full' | 'route_completed' | 'route_being_driven' | 'job_not_retryable' | 'import_not_cancellable' | 'import_not_fixable' | 'import_not_undoable' | 'webhook_endpoint_disabled' | 'webhook_endpoints_full' | 'sandbox_exists' | 'not_in_sandbox' | 'store_cancelled' | 'order_not_fulfillable' | 'shopify_not_configured' | 'shopify_access_lost' | 'shopify_refused' | 'idempotency_in_flight';
    410: 'cursor_expired';
    412: 'stale_version';
    413: 'too_large';
    415: 'unsupported_media_type';
    416: 'range_not_satisfiable';
    422: 'idempotency_mismatch';
    429: 'too_many_at_once' | 'rate_limited';
    431: 'headers_too_large';
    500: 'internal_error';
    503: 'unavailable' | 'shopify_unavailable' | 'storage_read_only';
    507: 'insufficient_storage';
}
export type ProblemCode = ProblemCodes[keyof ProblemCodes];
