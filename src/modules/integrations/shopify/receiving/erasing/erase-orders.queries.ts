/** How much was erased. */
export interface ErasedCounts {
  orders: number;
  attempts: number;
  proofs: number;
  pictures: number;
  events: number;
  webhooks: number;
  files: number;
}
