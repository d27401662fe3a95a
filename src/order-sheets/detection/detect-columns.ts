import { CATALOGUE, type FieldName } from '../../order-fields/catalogue.js';
import { usableByMeaning, type Candidate } from './candidates.js';
import { Choice } from './choice.js';
import { chooseStreet } from './combining/addresses.js';
import { chooseName } from './combining/names.js';
import { splitAddress, splitCity, splitTimeWindow } from './combining/splits.js';

/** Fields that several columns may make. */
const COMBINED = new Set<FieldName>(['recipient.name', 'address.addressLineOne']);

/** Decides which columns are used for what, of those that nobody has said a target for. */
export function chooseColumns(candidates: readonly Candidate[], said: ReadonlySet<FieldName>): Choice {
  const choice = new Choice(usableByMeaning(candidates), said);
  for (const field of Object.keys(CATALOGUE) as FieldName[]) {
    const best = choice.best(field);
    if (best && !COMBINED.has(field) && !said.has(field)) choice.use(best, { field });
  }
  const state = choice.best('stateCode');
  if (state && !choice.isFilled('address.state')) choice.use(state, { field: 'address.state' });
  chooseName(choice);
  splitCity(choice);
  chooseStreet(choice);
  splitAddress(choice);
  splitTimeWindow(choice);
  return choice;
}
