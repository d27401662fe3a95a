import { type World } from '../world.ts';
import { html, page } from './html.ts';

/** All stores of the stub, and a form for another. */
export function storesPage(world: World): string {
  const stores = [...world.stores.values()];
  return page(
    'Stub stores',
    html`<h1>Stub stores</h1>
      <p class="soft">
        Stores that behave like Shopify’s, for developing offline. All is forgotten at a restart.
      </p>
      ${stores.map(
        (store) =>
          html`<div class="card row">
            <a href="/${store.shop}">${store.shop}</a>
            <span class="tag">${store.orders.size} ${store.orders.size === 1 ? 'order' : 'orders'}</span>
            <span class="tag"
              >${store.grants.isInstalled ? `${world.app.title} installed` : 'not connected'}</span
            >
          </div>`,
      )}
      ${stores.length === 0 && html`<p>There is none yet. Any name will do: a store opens when it is first used.</p>`}
      <form class="row" method="post" action="/">
        <label for="shop">Name</label>
        <input id="shop" name="shop" placeholder="acme" required />
        <button class="main">Open store</button>
      </form>`,
  );
}
