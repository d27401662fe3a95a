import { Injectable, type PipeTransform } from '@nestjs/common';
import { validate } from 'uuid';
import { notFound } from '../problems/problems.js';

/** Ids in paths: a malformed id is a 404. */
@Injectable()
export class IdPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!validate(value)) throw notFound();
    return value.toLowerCase();
  }
}
