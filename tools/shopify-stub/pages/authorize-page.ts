import { type Store } from '../store/store.ts';
import { html, page } from './html.ts';

interface Asked {
  clientId: string;
  scopes: string[];
  redirectUri: string;
  state: string;
}

/** Asks the shop's owner whether the app may be installed. */
export function authorizePage(store: Store, app: { title: string }, asked: Asked): string {
  const hidden = Object.entries({
    client_id: asked.clientId,
    scope: asked.scopes.join(','),
    redirect_uri: asked.redirectUri,
    state: asked.state,
  }).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`);
  return page(
    `Install ${app.title}`,
    html`<h1>Install ${app.title} on ${store.shop}?</h1>
      <p class="soft">This is a stub of Shopify. No real store is touched.</p>
      <div class="card">
        <p>${app.title} asks for:</p>
        <ul>
          ${asked.scopes.map((scope) => html`<li><code>${scope}</code></li>`)}
        </ul>
      </div>
      <form class="row" method="post" action="authorize">
        ${hidden}
        <button class="main" name="answer" value="install">Install</button>
        <button name="answer" value="cancel">Cancel</button>
      </form>`,
  );
}

export const messagePage = (title: string, text: string): string =>
  page(
    title,
    html`<h1>${title}</h1>
      <p>${text}</p>`,
  );
