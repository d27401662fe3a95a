import { randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { Session } from '../../sdk/src/index.js';
import { hashPassword } from '../../src/auth/identity/passwords.js';
import type { TestApp } from './test-app.js';

/** Any running server, in this process or another, and its database. */
export type TestServer = Pick<TestApp, 'as' | 'database'>;

export const password = 'plum tractor sings at noon';
let passwordHash: string | undefined;

/** A fresh organization with its owner signed in. */
export async function signUp(app: TestServer, name = 'Swift Wheels'): Promise<Session> {
  const email = `owner-${randomBytes(6).toString('hex')}@example.org`;
  return app.as().auth.signup({ organizationName: name, name: 'Ada Park', email, password });
}

export interface TestClient {
  id: string;
  clientCode: string;
  organizationId: string;
  /** Access token of its owner. */
  token: string;
  /** E-mail of its owner; the password is {@link password}. */
  email: string;
}

/** A client that has signed up, put straight into the database; its owner is signed in. */
export async function addClient(
  app: TestServer,
  owner: Session,
  options: { allowOrderUpload?: boolean; requiredFields?: string[] } = {},
): Promise<TestClient> {
  const [id, clientCode] = [uuidv7(), `CL-${randomBytes(4).toString('hex').toUpperCase()}`];
  const organizationId = owner.membership.organization.id;
  await app.database.query(
    `insert into clients (id, organization_id, company_name, client_code, status, allow_order_upload, default_depot_id, required_fields, created_at, updated_at)
     select $1, $2, 'Book Nook', $3, 'active', $4, d.id, $5, now(), now() from depots d where d.organization_id = $2 and d.is_main`,
    [id, organizationId, clientCode, options.allowOrderUpload ?? true, options.requiredFields ?? []],
  );
  const email = await addMember(app, { organizationId, clientId: id, role: 'owner' });
  const { accessToken } = await app.as().auth.login({ email, password });
  return { id, clientCode, organizationId, token: accessToken, email };
}

/** A person with that role in a team, able to sign in with {@link password}; answers the e-mail. */
export async function addMember(
  app: TestServer,
  team: { organizationId: string; clientId?: string; role: string },
): Promise<string> {
  const [userId, email] = [uuidv7(), `${team.role}-${randomBytes(6).toString('hex')}@example.org`];
  passwordHash ??= await hashPassword(password);
  await app.database.query(
    `insert into users (id, email, name, password_hash, password_changed_at, created_at, updated_at) values ($1, $2, $3, $4, now(), now(), now())`,
    [userId, email, `Test ${team.role}`, passwordHash],
  );
  await app.database.query(
    `insert into memberships (id, user_id, organization_id, client_id, role, created_at, updated_at) values ($1, $2, $3, $4, $5, now(), now())`,
    [uuidv7(), userId, team.organizationId, team.clientId ?? null, team.role],
  );
  return email;
}
