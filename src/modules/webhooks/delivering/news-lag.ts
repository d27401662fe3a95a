/** Since when organizations have had events that were not read for their webhooks. */
export class NewsLag {
  private readonly since = new Map<string, number>();

  get seconds(): number {
    const now = performance.now();
    return (now - Math.min(now, ...this.since.values())) / 1_000;
  }

  notice(organizationId: string): void {
    if (!this.since.has(organizationId)) this.since.set(organizationId, performance.now());
  }

  /**
   * Forgets those that a round has read for, of these or of all.
   * @param round when it began, and who has had news since then
   */
  read(
    organizations: Iterable<string> = this.since.keys(),
    behind: ReadonlySet<string>,
    { begun, hinted }: { begun: number; hinted: ReadonlySet<string> | undefined },
  ): void {
    for (const organizationId of organizations) {
      if (behind.has(organizationId)) continue;
      if (hinted?.has(organizationId)) this.since.set(organizationId, begun);
      else this.since.delete(organizationId);
    }
  }
}
