/** The ways to find that lists of orders and of stops share. */
export const searchOptions = {
  q: {
    type: 'string',
    short: 'q',
    value: 'WORDS',
    description: 'Words of recipient, address or Id, a tracking code, a phone number.',
  },
  sort: {
    type: 'string',
    choices: ['createdAt', '-createdAt', 'updatedAt', '-updatedAt', 'requestedDate', '-requestedDate'],
    description: 'By what; - puts the last first.',
  },
} as const;

export const statusOption = <Status extends string>(choices: readonly Status[]) =>
  ({ type: 'string', multiple: true, choices, description: 'Only these.' }) as const;

export interface SearchFilters {
  status?: string[];
  q?: string;
  sort?: string;
}
