import pg from 'pg';
import { arrayLiteral } from '../../src/database/sql/array-literal.js';
import { audienceRoles } from '../../src/database/tenancy/tenancy.js';
import type { SentStatement } from './statement-log.js';

/** A node of a plan that was carried out, as PostgreSQL tells it. */
interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Index Recheck'?: number;
  Plans?: PlanNode[];
}

export interface ReadPlan {
  returned: number;
  scans: { how: string; table: string; read: number }[];
}

/** Carries out a statement again, as its sender, under other settings, and tells what it reads. */
export async function planOf(
  database: pg.Client,
  { opening, text, values }: SentStatement,
  settings: Record<string, string>,
): Promise<ReadPlan> {
  await database.query('begin');
  try {
    for (const sql of opening) if (sql !== 'begin') await database.query(sql.replace(/^begin[^;]*;/, ''));
    if (opening.length === 0) await database.query(`set local role ${audienceRoles.system}`);
    for (const [name, value] of Object.entries(settings))
      await database.query(`set local ${name} = ${value}`);
    await database.query(`prepare asked as ${text}`);
    const given = values.length > 0 ? `(${values.map(literal).join(', ')})` : '';
    const explained = `explain (analyze, timing off, format json) execute asked${given}`;
    const { rows } = await database.query<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(explained);
    const plan = rows[0]!['QUERY PLAN'][0].Plan;
    return { returned: plan['Actual Rows'], scans: [...scansOf(plan)] };
  } finally {
    await database.query('rollback; deallocate all');
  }
}

function* scansOf(node: PlanNode): Generator<ReadPlan['scans'][number]> {
  const table = node['Relation Name'];
  if (table !== undefined) {
    const removed = (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0);
    const read = Math.round((node['Actual Rows'] + removed) * node['Actual Loops']);
    const how = [node['Node Type'], node['Index Name']].filter(Boolean).join(' by ');
    yield { how, table, read };
  }
  for (const child of node.Plans ?? []) yield* scansOf(child);
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return pg.escapeLiteral(arrayLiteral(value.map(String)));
  if (value instanceof Date) return pg.escapeLiteral(value.toISOString());
  if (Buffer.isBuffer(value)) return pg.escapeLiteral(`\\x${value.toString('hex')}`);
  return pg.escapeLiteral(typeof value === 'string' ? value : JSON.stringify(value));
}
