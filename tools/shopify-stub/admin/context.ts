import { type GraphQLResolveInfo } from 'graphql';
import { type Fault } from '../store/faults.ts';
import { type Store } from '../store/store.ts';
import { type World } from '../world.ts';

/** What every resolver knows of the request. */
export interface AdminContext {
  world: World;
  store: Store;
  scopes: ReadonlySet<string>;
  /** Orders made before this time are behind the wall. */
  wall: string;
  /** Set where mutations must answer user errors. */
  fault?: Fault;
  /** Warnings about searches, as Shopify gives them in `extensions.search`. */
  searches: SearchNote[];
}

export interface SearchNote {
  path: string[];
  query: string;
  warnings: { field: string; message: string; code: string }[];
}

/** A field's function; each is written with the types of its own source and arguments. */
export type Resolver = (
  source: never,
  args: never,
  context: AdminContext,
  info: GraphQLResolveInfo,
) => unknown;

export type Fields = Record<string, Resolver>;

export interface UserError {
  field: string[] | null;
  message: string;
}
