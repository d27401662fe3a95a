export * from './generated/index.js';
export * from './errors.js';
export { Waybill } from './client.js';
export { type Events } from './events.js';
export { Download } from './files/download.js';
export { fileFrom, type FileSource } from './files/source.js';
export { type UploadProgress } from './files/upload-progress.js';
export {
  type ImportKind,
  type ImportPromise,
  type Imports,
  type UploadOptions,
  type WaitOptions,
} from './imports.js';
export { type RequestInfo, type RequestOptions, type SharedOptions, type WaybillOptions } from './options.js';
export { type Page, type PagePromise } from './pages.js';
export { type Sparse } from './sparse.js';
export { type EventHandlers, type SubscribeOptions, type Subscription } from './subscription.js';
export { type CallSpec } from './transport/call-spec.js';
export { responseOf, type Answer, type ResponseInfo } from './transport/response-info.js';
export { version } from './version.js';
export { webhooks, WebhookError, type WebhookHeaders } from './webhooks.js';
