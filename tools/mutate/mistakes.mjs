/** Mistakes that people make, which no operator makes by itself. */
export const mistakes = [];
