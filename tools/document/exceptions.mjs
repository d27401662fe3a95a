/** Findings that may stay, each with its reason. */

/**
 * @param findings what a check found
 * @param exceptions what of it may stay: `{ reason, … }`
 * @param covers whether an exception speaks of a finding
 * @returns findings without a reason, and exceptions that speak of nothing any more
 */
export function held(findings, exceptions, covers) {
  const reasoned = exceptions.filter(({ reason }) => reason?.trim());
  return {
    open: findings.filter((finding) => !reasoned.some((exception) => covers(exception, finding))),
    stale: exceptions.filter((exception) => !findings.some((finding) => covers(exception, finding))),
  };
}
