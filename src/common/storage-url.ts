import { z } from 'zod';

/** A bucket and how to reach it. Absent values come from the usual AWS environment variables and files. */
export interface BucketLocation {
  bucket: string;
  /** Base URL of an S3 server other than Amazon's. */
  endpoint?: string;
  region?: string;
  credentials?: { accessKeyId: string; secretAccessKey: string };
}

const shape = 's3://bucket?endpoint=https://…&region=…';
const bucketPattern = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;

/** `s3://bucket?endpoint=…&region=…`, or `s3://KEY:SECRET@bucket?…` with key and secret percent-encoded. */
export const storageUrl = z.string().transform((value, context): BucketLocation => {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const wrong = (message: string) => {
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  };
  if (url?.protocol !== 's3:') return wrong(`expected ${shape}, with key and secret percent-encoded`);
  if (!bucketPattern.test(url.host)) return wrong(`expected ${shape}, the bucket by its S3 name`);
  if (url.pathname.length > 1 || url.hash) return wrong(`expected ${shape}, without a path in the bucket`);
  if (!url.username !== !url.password)
    return wrong('expected key and secret, or neither: s3://KEY:SECRET@bucket');
  if (/%(?![0-9a-f]{2})/i.test(url.username + url.password))
    return wrong('expected key and secret percent-encoded');

  const { endpoint, region, ...others } = Object.fromEntries(url.searchParams);
  const [unknown] = Object.keys(others);
  if (unknown) return wrong(`expected ${shape}; it has no parameter ${unknown}`);
  if (endpoint !== undefined && !/^https?:\/\/[^/?#]+\/?$/.test(endpoint)) {
    return wrong('endpoint: expected http:// or https:// with a host and no path');
  }
  if (region !== undefined && !/^[a-z0-9-]+$/.test(region))
    return wrong('region: expected a name like eu-central-1');
  return {
    bucket: url.host,
    ...(endpoint && { endpoint }),
    // Most other servers ignore the region, but signatures include one.
    ...((region || endpoint) && { region: region ?? 'us-east-1' }),
    ...(url.username && { credentials: credentialsOf(url) }),
  };
});

function credentialsOf({ username, password }: URL) {
  return { accessKeyId: decodeURIComponent(username), secretAccessKey: decodeURIComponent(password) };
}
