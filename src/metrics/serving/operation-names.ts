import { Injectable, RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';

/** The operationId of each route, which is the name of its method. */
@Injectable()
export class OperationNames {
  private names?: Map<string, string>;

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  /** @param path as the router knows it; undefined when no route took the request */
  of(method: string, path: string | undefined): string {
    this.names ??= new Map(this.routes());
    return this.names.get(`${method === 'HEAD' ? 'GET' : method} ${path}`) ?? 'none';
  }

  private *routes(): Iterable<[string, string]> {
    for (const { metatype } of this.discovery.getControllers()) {
      const prototype = metatype!.prototype as Record<string, object>;
      const base = String(Reflect.getMetadata(PATH_METADATA, metatype!));
      for (const name of this.scanner.getAllMethodNames(prototype)) {
        const handler = prototype[name]!;
        const method = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined;
        if (method === undefined) continue;
        const path = [base, String(Reflect.getMetadata(PATH_METADATA, handler))].join('/');
        yield [`${RequestMethod[method]} /${path.split('/').filter(Boolean).join('/')}`, name];
      }
    }
  }
}
