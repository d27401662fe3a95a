import { type OrderAction } from '../control/order-actions.ts';
import { type LogEntry } from '../store/log.ts';
import { fulfillmentStatusOf } from '../store/order-changes.ts';
import { orderKinds } from '../store/order-kinds.ts';
import { type Order } from '../store/order-types.ts';
import { type Store } from '../store/store.ts';
import { type World } from '../world.ts';
import { type Html, html, page } from './html.ts';

const mostOrders = 50;
const mostEntries = 30;

/** One store: its orders with what may be done to them, and what happened last. */
export function storePage(world: World, store: Store): string {
  const orders = [...store.orders.values()].slice(-mostOrders).reverse();
  const entries = world.log.read({ shop: store.shop }).slice(-mostEntries).reverse();
  const { isInstalled, scopes } = store.grants;
  return page(
    store.shop,
    html`<p><a href="/">All stores</a></p>
      <h1>${store.shop}</h1>
      <div class="row">
        <span class="tag"
          >${isInstalled ? `${world.app.title} is installed` : `${world.app.title} is not installed`}</span
        >
        ${
          isInstalled &&
          html`<form method="post" action="/${store.shop}/uninstall"><button>Uninstall</button></form>`
        }
      </div>
      ${
        isInstalled
          ? html`<p class="soft">${scopes.join(', ')}</p>`
          : html`<p class="soft">
              To connect it, a client asks Waybill where to go, and its owner goes there:
              <code>POST /v1/integrations/shopify/connect {"shop": "${store.shop}"}</code>
            </p>`
      }
      <h2>Make orders</h2>
      <form class="row" method="post" action="/${store.shop}/make">
        <select name="kind" aria-label="Kind">
          ${Object.keys(orderKinds).map((kind) => html`<option value="${kind}">${spaced(kind)}</option>`)}
        </select>
        <input name="count" type="number" min="1" max="10000" value="1" aria-label="How many" />
        <button class="main">Make</button>
      </form>
      <h2>Orders (${store.orders.size})</h2>
      ${orders.map((order) => orderCard(store, order))}
      ${store.orders.size > mostOrders && html`<p class="soft">The newest ${mostOrders} are shown.</p>`}
      <h2>Log</h2>
      <table>
        ${entries.map(logRow)}
      </table>
      <p class="soft"><a href="/_control/log?shop=${store.shop}">Everything as JSON</a></p>`,
  );
}

function orderCard(store: Store, order: Order): Html {
  const status = order.cancelledAt ? 'CANCELLED' : fulfillmentStatusOf(order);
  const address = order.shippingAddress;
  const buttons = buttonsFor(order);
  const states = order.fulfillmentOrders.map((one) => `${one.location.name}: ${shown(one.status)}`);
  const told = order.fulfillments.some(({ notifyCustomer }) => notifyCustomer);
  return html`<div class="card">
    <div class="row">
      <strong>${order.name}</strong>
      <span class="tag">${shown(status)}</span>
      ${told && html`<span class="tag">customer notified</span>`}
    </div>
    <div>
      ${address ? `${address.firstName} ${address.lastName}, ${address.address1}, ${address.zip} ${address.city}` : 'No shipping address'}
    </div>
    <div class="soft">
      ${order.lineItems.map(({ quantity, title }) => `${quantity} × ${title}`).join(', ')}
    </div>
    <div class="soft">${states.join(' · ')}</div>
    ${
      buttons.length > 0 &&
      html`<div class="row">
        ${buttons.map(
          ([action, label]) =>
            html`<form method="post" action="/${store.shop}/orders/${order.id}/${action}">
              <button>${label}</button>
            </form>`,
        )}
      </div>`
    }
  </div>`;
}

function logRow({ seq, at, kind, shop: _, ...details }: LogEntry): Html {
  return html`<tr>
    <td>${seq}</td>
    <td>${at.slice(11, 19)}</td>
    <td>${kind}</td>
    <td><code>${JSON.stringify(details)}</code></td>
  </tr>`;
}

/** What may still be done to an order. */
function buttonsFor(order: Order): [OrderAction, string][] {
  const some = (...statuses: string[]) =>
    order.fulfillmentOrders.some(({ status }) => statuses.includes(status));
  const isOver = order.cancelledAt !== null || fulfillmentStatusOf(order) === 'FULFILLED';
  const buttons: [OrderAction, string, boolean][] = [
    ['cancel', 'Cancel', !isOver],
    ['hold', 'Hold', some('OPEN')],
    ['release', 'Release', some('ON_HOLD')],
    ['fulfill', 'Fulfil', some('OPEN', 'IN_PROGRESS')],
  ];
  return buttons.flatMap(([action, label, isOpen]) => (isOpen ? [[action, label]] : []));
}

/** `twoLocations` → `two locations` */
const spaced = (name: string): string => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

const shown = (status: string): string => status.toLowerCase().replaceAll('_', ' ');
