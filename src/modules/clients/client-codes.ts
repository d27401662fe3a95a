import { Injectable } from '@nestjs/common';
import { randomInt } from 'node:crypto';

/** Capital letters and digits that are not confused with each other: no 0, O, 1, I or L. */
const clientCodeAlphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** Generates Client IDs that people can read out and type, e.g. `CL-7K2M9Q`. The table keeps them unique. */
@Injectable()
export class ClientCodes {
  next(): string {
    const letters = Array.from({ length: 6 }, () => clientCodeAlphabet[randomInt(clientCodeAlphabet.length)]);
    return `CL-${letters.join('')}`;
  }
}
