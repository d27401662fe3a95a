import { layOut } from './layout.js';

interface WebhookDisabledMail {
  name: string;
  url: string;
  reason: 'gone' | 'failing';
  docsUrl: string;
}

/** The mail to the owner of a team whose webhook endpoint was disabled. */
export function webhookDisabledMail({ name, url, reason, docsUrl }: WebhookDisabledMail) {
  const why = {
    gone: 'It answered 410, by which a receiver says that it wants no more messages.',
    failing: 'Every message that was sent to it in the last five days failed.',
  }[reason];
  return layOut({
    subject: 'A webhook endpoint was disabled',
    paragraphs: [
      `Hello ${name},`,
      `nothing is sent to the webhook endpoint ${url} of your team any more. ${why}`,
      'Once it works again, enable it by `PATCH /v1/webhook-endpoints/{id}` with `enabled: true`, and have what failed sent again by `POST /v1/webhook-endpoints/{id}/recover`.',
    ],
    button: { label: 'Open the API', url: docsUrl },
    footer: 'Its deliveries, with the answers that came, can be looked at for 30 days.',
  });
}
