/** What is opened with its first use. Where that fails, the next use tries again. */
export class OpenedOnce<Opened> {
  private opening?: Promise<Opened>;

  constructor(private readonly open: () => Promise<Opened>) {}

  get(): Promise<Opened> {
    return (this.opening ??= this.open().catch((error: unknown) => {
      this.opening = undefined;
      throw error;
    }));
  }

  /** Undefined where it was never used, or could not be opened. */
  async ifOpened(): Promise<Opened | undefined> {
    return this.opening?.catch(() => undefined);
  }
}
