import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { ENDPOINT } from './endpoint-options.js';

export class UndeclaredRouteError extends Error {}

/** Stops the app from starting when a route does not declare who may call it. */
@Injectable()
export class EndpointAudit implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  onModuleInit(): void {
    const undeclared = this.discovery.getControllers().flatMap(({ metatype }) => {
      const prototype = metatype?.prototype as Record<string, object> | undefined;
      if (!prototype) return [];
      return this.scanner
        .getAllMethodNames(prototype)
        .filter(
          (name) =>
            Reflect.hasMetadata(PATH_METADATA, prototype[name]!) &&
            !Reflect.hasMetadata(ENDPOINT, prototype[name]!),
        )
        .map((name) => `${metatype!.name}.${name}`);
    });
    if (undeclared.length > 0) {
      throw new UndeclaredRouteError(
        `Routes without @Endpoint, so nobody knows who may call them: ${undeclared.join(', ')}`,
      );
    }
  }
}
