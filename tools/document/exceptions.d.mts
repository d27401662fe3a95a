export function held<Finding, Exception extends { reason?: string }>(
  findings: readonly Finding[],
  exceptions: readonly Exception[],
  covers: (exception: Exception, finding: Finding) => boolean,
): { open: Finding[]; stale: Exception[] };
