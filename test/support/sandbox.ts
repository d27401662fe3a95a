import type { CreatedSandbox, Session } from '../../sdk/src/index.js';
import { password, signUp } from './tenants.js';
import type { TestApp } from './test-app.js';

export interface TestSandbox extends CreatedSandbox {
  /** Its key, which may do all that programs may. */
  token: string;
  /** The owner, signed in to the real organization. */
  real: Session;
}

/** A fresh organization and its sandbox. */
export async function addSandbox(app: TestApp): Promise<TestSandbox> {
  const real = await signUp(app);
  const made = await app.as(real.accessToken).sandbox.create();
  return { ...made, token: made.apiKey.key, real };
}

/** The owner of a sandbox, signed in to it. */
export function signInto(app: TestApp, { real, membership }: TestSandbox): Promise<Session> {
  return app.as().auth.login({ email: real.user.email, password, membershipId: membership.id });
}
