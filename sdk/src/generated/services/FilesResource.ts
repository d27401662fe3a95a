/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { Download } from '../../files/download.js';
import type { RequestOptions } from '../../options.js';
import { Resource } from '../../resource.js';
export class FilesResource extends Resource {
    /**
     * Get a picture by its signed URL
     *
     * The URL itself is the permission: it is for one file and ends ten minutes after it was made. Unknown, expired
     * and forged ones all answer `not_found`. A single range of bytes can be asked for.
     *
     * Needs no credentials.
     *
     * @param token The token at the end of the signed URL.
     * @returns The picture.
     * @throws WaybillError `not_found`, `range_not_satisfiable`
     */
    download(token: string, options?: RequestOptions): Download {
        return this.file({ method: 'GET', url: '/v1/files/{token}', path: { token }, accept: 'image/jpeg' }, options);
    }
}
