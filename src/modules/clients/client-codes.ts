import { Injectable } from '@nestjs/common';
import { randomInt } from 'node:crypto';

/** Capital letters and digits that nobody takes for one another: no 0, O, 1, I or L. */
const clientCodeAlphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** Makes Client IDs that people can read out and type, e.g. `CL-7K2M9Q`. Whether one is free, the table says. */
@Injectable()
export class ClientCodes {
  next(): string {
    const letters = Array.from({ length: 6 }, () => clientCodeAlphabet[randomInt(clientCodeAlphabet.length)]);
    return `CL-${letters.join('')}`;
  }
}
