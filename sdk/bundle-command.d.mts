/** Makes the command one file, which needs nothing but Node. */
export function bundleCommand(outfile: string): Promise<void>;
