/** As much of Node's `fs` as is used, in own words, so that programs compile without Node's types. */
export interface NodeFiles {
  constants: { R_OK: number };
  /** Not in all that call themselves Node. */
  openAsBlob?(path: string | URL): Promise<Blob>;
  promises: {
    access(path: string | URL, mode: number): Promise<void>;
    open(
      path: string,
      flags: string,
      mode: number | undefined,
    ): Promise<{ write(bytes: Uint8Array): Promise<unknown>; close(): Promise<void> }>;
    readFile(path: string | URL): Promise<Uint8Array>;
    realpath(path: string): Promise<string>;
    rename(from: string, to: string): Promise<void>;
    rm(path: string, options: { force: boolean }): Promise<void>;
    stat(path: string | URL): Promise<{ isDirectory(): boolean; isFile(): boolean; mode: number }>;
  };
}

/** Asked of the running Node, so that bundles for browsers carry nothing of it. */
export function nodeFiles(): NodeFiles | undefined {
  return typeof process === 'undefined' ? undefined : process.getBuiltinModule?.('node:fs');
}
