/**
 * What comes of an answer where only these properties are asked for: these, and its id. Where the list of them is not
 * written out, none is known to be there.
 */
export type Sparse<
  Item extends { id: unknown },
  Fields extends readonly (keyof Item)[],
> = number extends Fields['length']
  ? Pick<Item, 'id'> & Partial<Pick<Item, Fields[number]>>
  : Pick<Item, 'id' | Fields[number]>;
