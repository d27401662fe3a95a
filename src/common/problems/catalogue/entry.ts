/** What there is to say about a kind of problem. */
export interface CatalogueEntry {
  status: number;
  title: string;
  /** What answers say where nothing more exact is known. */
  detail?: string;
  /** What has happened, for the page about it. */
  meaning: string;
  /** What to do about it. */
  remedy: string;
}

export type Catalogue = Record<string, CatalogueEntry>;
