export * from './generated/index.js';
export * from './errors.js';
export { Waybill } from './client.js';
export { fileFrom, type FileSource } from './files.js';
export { Imports, type ImportKind, type UploadOptions, type WaitOptions } from './imports.js';
export { type RequestOptions, type WaybillOptions } from './options.js';
export { paginate, type Page, type PageRequest } from './paginate.js';
export { responseOf, type ResponseInfo } from './response-info.js';
