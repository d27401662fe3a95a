/** Why a process cannot start, worded for its operator. Printed without stack and without secrets. */
export class StartError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StartError';
  }
}
