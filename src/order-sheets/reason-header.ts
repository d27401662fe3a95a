/**
 * The column of reasons in a file of rejected rows. It is not the name of any field, so a corrected file can be
 * imported with this column still in it.
 */
export const reasonHeader = 'Import errors';
