import pg from 'pg';
import { Flight } from '../../../src/database/connections/flight.js';
import { audienceRoles } from '../../../src/database/tenancy/tenancy.js';
import { partsOf } from './flights.js';
import { spansOrganizations } from './spans-organizations.js';
import { tenantTables } from './tenant-tables.js';

type Query = (...args: unknown[]) => unknown;

const tenantRoles: string[] = [audienceRoles.client, audienceRoles.organization];
/** The role of the transaction that each connection has open. */
const roles = new WeakMap<object, string>();
const known = new Map<string, string[]>();
const findings = new Set<string>();

/**
 * Looks from now on at every statement that this process sends as a tenant: each must hold all tenant tables that it
 * touches to one organization, as a database that is distributed by organization needs.
 */
export function watchStatements(): void {
  const query = Reflect.get(pg.Client.prototype, 'query') as Query;
  const watched: Query = function (this: object, ...args) {
    note(this, args);
    return Reflect.apply(query, this, args);
  };
  Reflect.set(pg.Client.prototype, 'query', watched);
}

/**
 * Ends a time of watching.
 * @throws Error naming the statements of that time that were not held to one organization, unless they need not be
 */
export function assertOneOrganization({ watched }: { watched: boolean }): void {
  const found = [...findings];
  findings.clear();
  if (watched && found.length > 0)
    throw new Error(
      `Statements of a tenant that do not say \`organization_id = $n\`:\n${found.join('\n\n')}`,
    );
}

function note(client: object, [query, given]: unknown[]): void {
  if (query instanceof Flight) {
    const role = roleIn(partsOf(query).opening.join('; ')) ?? roles.get(client);
    for (const { text } of query.statements) look(text, role);
    return;
  }
  const { text, values } =
    typeof query === 'string' ? { text: query, values: given } : (query as pg.QueryConfig);
  if (typeof text !== 'string') return;
  const role = roleIn(text, values) ?? roles.get(client);
  if (role) roles.set(client, role);
  if (text === 'commit' || text === 'rollback') roles.delete(client);
  else look(text, role);
}

/** The role that a text changes to in the end, by itself or in a list of settings. */
function roleIn(text: string, values?: unknown): string | undefined {
  const [names, settings] = (Array.isArray(values) ? values : []) as string[][];
  if (text.startsWith('select set_config(name, value')) return settings?.[names!.indexOf('role')];
  return [...text.matchAll(/(?:\bset local role |set_config\('role', ')(\w+)/g)].at(-1)?.[1];
}

/** The entity manager writes values into its texts, which without them are few. */
function look(text: string, role: string | undefined): void {
  if (!tenantRoles.includes(role ?? '')) return;
  const shape = text.replace(/'(?:[^']|'')*'/g, "''");
  if (!known.has(shape)) known.set(shape, spansOrganizations(shape, tenantTables));
  const tables = known.get(shape)!;
  if (tables.length > 0) findings.add(`${role}, ${tables.join(', ')}: ${text}`);
}
