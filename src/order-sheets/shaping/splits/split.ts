import { type FieldName } from '../../../order-fields/catalogue.js';
import { type FieldWarningCode } from '../../../order-fields/problems.js';
import { type SplitKind } from '../../sheet-columns.js';
import { splitAddress } from './address.js';
import { type Pieces } from './pieces.js';
import { splitPlace } from './place.js';
import { splitTimeWindow } from './time-window.js';

/** How the cells of a column of several fields are read. */
interface Splitting {
  split: (cell: string, countryCode: string | null) => Pieces;
  /** The fields it may fill, the one that stands for the whole column first. */
  fields: readonly FieldName[];
  /** Where a cell that cannot be split is kept whole: the first that is free, or behind what the last has. */
  whole: readonly FieldName[];
  /** How that is told. */
  code: FieldWarningCode;
  says: string;
}

export const SPLITTING: Readonly<Record<SplitKind, Splitting>> = {
  address: {
    split: splitAddress,
    fields: [
      'address.addressLineOne',
      'address.addressName',
      'address.addressLineTwo',
      'address.city',
      'address.state',
      'address.zip',
      'address.country',
    ],
    whole: ['address.addressLineOne', 'address.addressLineTwo'],
    code: 'address_not_split',
    says: 'could not be told apart into street, city and zip, and was kept whole. Give each a column of its own, or separate them by commas.',
  },
  'city-state-zip': {
    split: splitPlace,
    fields: ['address.city', 'address.state', 'address.zip', 'address.country'],
    whole: ['address.addressLineTwo'],
    code: 'place_not_split',
    says: 'could not be told apart into city, state and zip, and was kept in Address Line 2. Write it like New York, NY 10018 or 10115 Berlin.',
  },
  'time-window': {
    split: splitTimeWindow,
    fields: ['timing.earliestTime', 'timing.latestTime'],
    whole: ['notes'],
    code: 'window_not_read',
    says: 'could not be read as a time window, and was kept in Notes. Write it like 09:00 - 12:00.',
  },
};
