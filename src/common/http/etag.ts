import { currentContext } from './request-context.js';
import { problem } from '../problems/problems.js';

const versions = new WeakMap<object, number>();

/** Remembers the version of a returned resource; it becomes the ETag. */
export function withVersion<T extends object>(resource: T, version: number): T {
  versions.set(resource, version);
  return resource;
}

export function etagOf(resource: object): string | undefined {
  const version = versions.get(resource);
  return version === undefined ? undefined : `"${version}"`;
}

/**
 * Rejects a change when the caller's If-Match names another version than the current one.
 * @throws Problem `stale_version`
 */
export function assertFresh(entity: { version: number }): void {
  const wanted = currentContext()?.ifMatch;
  if (wanted === undefined || wanted.trim() === '*') return;
  // Compressing proxies make the tag weak; it still names the version.
  const accepted = wanted.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  if (!accepted.includes(`"${entity.version}"`)) {
    throw problem('stale_version');
  }
}
