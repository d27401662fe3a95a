import { messagePage } from '../../../../common/http/message-page.js';
import { connectOutcomes } from './connect-outcome.js';
import type { CallbackEnd } from './shopify-callback.js';
import { withOutcome } from './return-url.js';

export interface Landing {
  /** Where the browser is sent; else it is shown the page. */
  location?: string;
  html: string;
}

const alone = {
  not_signed: {
    heading: 'This link cannot be used',
    lines: [
      'It does not come from Shopify as it is, or was opened too late. Nothing was changed by it.',
      'See whether your store is among your integrations. If it is not, connect it again.',
    ],
  },
  unknown: {
    heading: 'This link cannot be used',
    lines: ['Nobody here began to connect a store by it. Begin in your portal, at Integrations.'],
  },
  under_way: {
    heading: 'The store is being connected',
    lines: [
      'This link was used a moment ago. In a minute your store is among your integrations; if it is not, connect it again.',
    ],
  },
};

/** Where the visit to the callback leads: back to where it began, or to a page that says what comes next. */
export function landingOf(end: CallbackEnd): Landing {
  if (typeof end === 'string') return { html: messagePage(alone[end]) };
  const { begun, outcome } = end;
  const { shop, returnUrl, companyName } = begun;
  const isConnected = outcome === 'connected';
  const said: Record<string, string> = isConnected
    ? { shopify: 'connected', shop }
    : { shopify: 'failed', reason: outcome, shop };
  const html = messagePage(
    isConnected
      ? {
          heading: `${shop} is connected`,
          lines: [
            `Its orders can now be taken over by ${companyName}. Go back to your portal: list the store’s orders, and import those that are to be delivered.`,
            'Nothing is marked as fulfilled in the store until you switch that on.',
            `If you do not know ${companyName}, remove the app in your store’s settings.`,
          ],
        }
      : { heading: `${shop} was not connected`, lines: [connectOutcomes[outcome]] },
  );
  return { html, location: returnUrl === null ? undefined : withOutcome(returnUrl, said) };
}
