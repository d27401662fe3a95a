import { layOut } from './layout.js';

interface DataRequestMail {
  id: string;
  name: string;
  shop: string;
  /** The day until which the customer must have an answer. */
  dueOn: string;
  docsUrl: string;
}

/** The mail to a client's owner once the file is ready that a customer of their store asked for. It names no customer. */
export function dataRequestMail({ id, name, shop, dueOn, docsUrl }: DataRequestMail) {
  return layOut({
    subject: 'A customer of your store asks for their data',
    paragraphs: [
      `Hello ${name},`,
      `a customer of ${shop} asked, through Shopify, what is kept of them. All that is kept here was gathered in a file: read it by \`GET /v1/integrations/shopify/data-requests/${id}/file\`.`,
      `Pass it on to your customer until ${dueOn}; the law gives 30 days.`,
    ],
    button: { label: 'Open the API', url: docsUrl },
    footer: 'Only owners and admins of your team can read the file. It is deleted after 90 days.',
  });
}
