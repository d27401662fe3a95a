import type { ApiRequestOptions } from './ApiRequestOptions.js';
import { CancelablePromise } from './CancelablePromise.js';
import type { OpenAPIConfig } from './OpenAPI.js';
import type { TransportSettings } from '../../options.js';
import { send } from '../../transport/call.js';

/** The generated services' way out: everything real is in the transport. */
export const request = <T>(config: OpenAPIConfig, options: ApiRequestOptions): CancelablePromise<T> =>
  new CancelablePromise<T>((resolve, reject, onCancel) => {
    const cancelled = new AbortController();
    onCancel(() => cancelled.abort());
    const { settings } = config as OpenAPIConfig & { settings: TransportSettings };
    send<T>(settings, options, { signal: cancelled.signal }).then(resolve, reject);
  });
