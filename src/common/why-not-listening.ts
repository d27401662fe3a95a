import { StartError } from './start-error.js';

/**
 * What to do about an address that cannot be listened on; another error as it is.
 * @param settings the variable of the port, then that of the host, with their values
 */
export function whyNotListening(error: unknown, settings: Record<string, number | string>): unknown {
  const [[portName, port], [hostName, host]] = Object.entries(settings) as [
    [string, number],
    [string, string],
  ];
  switch ((error as NodeJS.ErrnoException).code) {
    case 'EADDRINUSE':
      return new StartError(
        `${portName}: ${port} on ${host} is in use already. Stop what uses it, or set another ${portName}.`,
      );
    case 'EACCES':
      return new StartError(
        `${portName}: this account may not listen on ${port}. Set a ${portName} above 1023.`,
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new StartError(
        `${hostName}: ${host} is no address of this machine. 0.0.0.0 stands for all of them.`,
      );
    default:
      return error;
  }
}
