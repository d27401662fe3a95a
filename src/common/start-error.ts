/** Why a process cannot start, in words for whoever starts it. Nothing else is shown: no stack, no secret. */
export class StartError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StartError';
  }
}
