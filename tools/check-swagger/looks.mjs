import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { SwaggerPage } from './swagger-page.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const windows = { laptop: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } };

/** What axe finds in Waybill's own parts, and in Swagger UI's what a style can mend: it writes their elements itself. */
const ours = `axe.run().then(({ violations }) =>
  violations.flatMap(({ id, nodes }) =>
    nodes
      .filter(({ target }) => id === 'color-contrast' || !document.querySelector(target[0]).closest('.swagger-ui'))
      .map(({ html }) => id + ': ' + html.slice(0, 160)),
  ),
)`;

/**
 * Looks at the page on a laptop and a phone: at first, signed in, with an operation tried and with one that was refused.
 * Leaves pictures in the folder.
 * @returns what was wider than its window, and what axe found
 */
export async function lookAt(browser, url, { email, password }, folder) {
  const faults = [];
  for (const [window, viewport] of Object.entries(windows)) {
    const swagger = await SwaggerPage.open(await browser.newContext({ viewport }), url);
    const { page } = swagger;
    const look = async (what) => {
      await page.screenshot({ path: join(folder, `${what.replaceAll(' ', '-')}-${window}.png`) });
      if (!(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')))
        faults.push(`${what}, ${window}: wider than its window`);
      // An expression, since the policy lets no script of others in.
      await page.evaluate(axe);
      for (const fault of await page.evaluate(ours)) faults.push(`${what}, ${window}: ${fault}`);
    };
    const answered = async (id) => {
      const answer = page.locator(`.opblock[id$="-${id}"] .responses-wrapper`);
      await answer.evaluate((element) => element.scrollIntoView());
    };
    await look('start');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await look('signing in');
    await page.getByRole('button', { name: 'Cancel' }).click();
    await swagger.signIn(email, password);
    await look('signed in');
    await swagger.execute('listStops');
    await answered('listStops');
    await look('tried');
    await swagger.execute('createStop', { body: { address: { zip: '10018' } } });
    await answered('createStop');
    await look('refused');
    faults.push(...swagger.complaints);
    await page.context().close();
  }
  return faults;
}
