declare module 'csv-spectrum' {
  namespace spectrum {
    interface Example {
      name: string;
      csv: Buffer;
      json: Buffer;
    }
  }
  function spectrum(done: (error: Error | null, examples: spectrum.Example[]) => void): void;
  export = spectrum;
}
