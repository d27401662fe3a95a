import { raw } from '@mikro-orm/core';
import { z } from 'zod';
import { cursorKey } from '../../common/cursor.js';
import type { Statement } from './statement.js';

/**
 * Ids sort by age too, but sorting by the id alone, or going on after an id, lets the planner scan the primary key,
 * through the rows of every team, to find a page of one.
 */
export const newestFirst = { createdAt: 'desc', id: 'desc' } as const;

/** The same in SQL. */
export const newestFirstSql = (alias: string) => `order by ${alias}.created_at desc, ${alias}.id desc`;

/** For lists of a table whose rows belong to clients and, where they have none, to the organization itself. */
export const teamIndexes = (table: string) => [
  {
    name: `${table}_by_client`,
    properties: ['clientId', 'createdAt', 'id'] as ['clientId', 'createdAt', 'id'],
    where: 'client_id is not null',
  },
  {
    name: `${table}_by_organization`,
    properties: ['organizationId', 'createdAt', 'id'] as ['organizationId', 'createdAt', 'id'],
    where: 'client_id is null',
  },
];

/** The keys of such a list. */
export const byAge = z.tuple([cursorKey.moment, cursorKey.id]);
export type Age = z.infer<typeof byAge>;

export const ageOf = ({ createdAt, id }: { createdAt: Date | string; id: string }): Age => [
  new Date(createdAt).toISOString(),
  id,
];

/** The rows of such a list after a position; all of them from the beginning. */
export function olderThan(after: Age | undefined, column = 'created_at'): Record<string, unknown> {
  if (!after) return {};
  return {
    [raw((alias) => `(${alias}.${column}, ${alias}.id) < (?::timestamptz, ?::uuid)`, [...after])]: [],
  };
}

/** The same in SQL. */
export function olderThanSql(statement: Statement, alias: string, [moment, id]: Age): string {
  return `(${alias}.created_at, ${alias}.id) < (${statement.bind(moment)}::timestamptz, ${statement.bind(id)}::uuid)`;
}
