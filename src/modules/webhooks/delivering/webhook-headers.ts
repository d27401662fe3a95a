/** The headers of every message by Standard Webhooks 1.0, and what each says. */
export const webhookHeaders = {
  'webhook-id': {
    description:
      'The id of the delivery, the same each time it is sent: what has come under it before can be passed over.',
    example: '0195d0c2-7c1e-7000-8000-3f2a5b6c7d8e',
  },
  'webhook-timestamp': {
    description:
      'When it was sent, in seconds since 1970. Refuse what is more than five minutes away, so that nobody sends it again later.',
    example: '1772446860',
  },
  'webhook-signature': {
    description:
      'HMAC-SHA256 of `{webhook-id}.{webhook-timestamp}.{body}` by the bytes that follow `whsec_` in the endpoint’s secret, as `v1,` and Base64. Several stand apart by spaces while the secret is exchanged: one that fits is enough.',
    example: 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  },
} as const;

export type WebhookHeader = keyof typeof webhookHeaders;
