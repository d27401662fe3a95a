/** The version of the Admin API whose names the stub speaks. */
export const apiVersion = '2026-10';
