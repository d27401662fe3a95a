import { currentContext } from './request-context.js';
import { problem } from './problems.js';

const versions = new WeakMap<object, number>();

/** Remembers the version a single resource was answered in; it becomes the ETag. */
export function withVersion<T extends object>(resource: T, version: number): T {
  versions.set(resource, version);
  return resource;
}

export function etagOf(resource: object): string | undefined {
  const version = versions.get(resource);
  return version === undefined ? undefined : `"${version}"`;
}

/**
 * Holds a change to the version the caller read, when it sent If-Match.
 * @throws Problem `stale_version`
 */
export function assertFresh(entity: { version: number }): void {
  const wanted = currentContext()?.ifMatch;
  if (wanted === undefined || wanted.trim() === '*') return;
  // Proxies that compress weaken the tag; it still names the version.
  const accepted = wanted.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  if (!accepted.includes(`"${entity.version}"`)) {
    throw problem('stale_version');
  }
}
