/** How a command ended, as its process tells. */
export const exits = { good: 0, failed: 1, usage: 2, partly: 3, interrupted: 130 } as const;
export type Exit = (typeof exits)[keyof typeof exits];
