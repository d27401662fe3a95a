import { Download } from './files/download.js';
import type { RequestOptions } from './options.js';
import { pagePromise, type Page, type PagePromise } from './pages.js';
import type { CallSpec } from './transport/call-spec.js';
import { readPage, type Reader } from './transport/read.js';
import type { Answer } from './transport/response-info.js';

/** Makes a call and reads its answer: as the call promises, or in the way given. */
export type Caller = <T>(spec: CallSpec, options?: RequestOptions, read?: Reader<unknown>) => Promise<T>;

/** A part of the API; the generated parts say what there is to call. */
export class Resource {
  constructor(private readonly caller: Caller) {}

  protected call<T>(spec: CallSpec, options?: RequestOptions): Promise<T> {
    return this.caller(spec, options);
  }

  protected page<P extends Page<unknown>>(spec: CallSpec, options?: RequestOptions): PagePromise<P> {
    const at = (cursor: string) =>
      this.caller<Answer<P>>({ ...spec, query: { ...spec.query, cursor } }, options, readPage);
    return pagePromise(this.caller<Answer<P>>(spec, options, readPage), at);
  }

  protected file(spec: CallSpec, options?: RequestOptions): Download {
    return new Download((read) => this.caller(spec, options, read));
  }
}
