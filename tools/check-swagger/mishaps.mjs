/* global document, localStorage, location */
import assert from 'node:assert/strict';
import { SwaggerPage } from './swagger-page.mjs';

/** What goes wrong around the page: links into it, a damaged or ended session, a mistyped key. */
export async function meetMishaps(context, url, { email, password }) {
  const swagger = await SwaggerPage.open(context, url);
  await followLinks(swagger, url);
  await surviveDamage(swagger, url);
  await leaveTheForm(swagger);
  await swagger.signIn(email, password);
  await outliveTheSession(swagger, url);
  assert.deepEqual(swagger.complaints, []);
  await swagger.page.close();
  console.log('Links, damaged sessions and mistyped keys were met');
}

/** Links to an operation unfold it below the header, also when the page is open already. */
async function followLinks({ page }, url) {
  const isInSight = (id) =>
    page.waitForFunction((operation) => {
      const block = document.querySelector(`.opblock.is-open[id$="-${operation}"]`);
      const top = block?.getBoundingClientRect().top ?? -1;
      return top >= document.querySelector('.reference-header').offsetHeight - 1 && top < 300;
    }, id);
  await page.goto('about:blank');
  await page.goto(`${url}/docs#/Orders/submitOrders`);
  await isInSight('submitOrders');
  await page.locator('#find').fill('depots');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('link', { name: 'Sign up' }).click();
  await isInSight('signup');
  await page.goBack();
  await isInSight('submitOrders');
  await page.goForward();
  await isInSight('signup');
  await page.evaluate(() => location.assign('#/Order%20imports/listOrderImports'));
  await isInSight('listOrderImports');
}

/** What an older page or somebody's hand has left in the storage is nobody's session. */
async function surviveDamage(swagger, url) {
  const whole = { token: 'a', refreshToken: 'b', renewAt: 0 };
  for (const damaged of ['{oops', '7', '[]', '{}', JSON.stringify({ ...whole, renewAt: 'soon' })]) {
    await swagger.page.evaluate((text) => localStorage.setItem('waybill.session', text), damaged);
    await swagger.page.goto('about:blank');
    await swagger.visit(`${url}/docs`);
    assert.equal(await swagger.who(), 'Sign in', damaged);
  }
}

/** The form says what is wrong with a key, and keeps nothing when it is left. */
async function leaveTheForm({ page }) {
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByLabel('Password', { exact: true }).fill('half a pass');
  await page.getByLabel('an API key').check();
  await page.getByLabel('API key', { exact: true }).fill('wb_live_ключ');
  await page.keyboard.press('Enter');
  await page.locator('#sign-in-problem', { hasText: 'no API key' }).waitFor();
  await page.keyboard.press('Escape');
  const isEmpty = () =>
    !document.querySelector('dialog').open &&
    ['password', 'key'].every((id) => document.getElementById(id).value === '');
  await page.waitForFunction(isEmpty);
}

/** A session that was ended elsewhere is told of, and nothing is sent in its name. */
async function outliveTheSession(swagger, url) {
  const { refreshToken } = await swagger.page.evaluate(() => {
    const session = JSON.parse(localStorage.getItem('waybill.session'));
    localStorage.setItem('waybill.session', JSON.stringify({ ...session, renewAt: 0 }));
    return session;
  });
  await fetch(`${url}/v1/auth/logout`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ refreshToken }),
  });
  await swagger.page.goto('about:blank');
  await swagger.visit(`${url}/docs`);
  const asked = swagger.page.waitForRequest(/\/v1\/me$/);
  const [request, { status }] = await Promise.all([asked, swagger.execute('getMe')]);
  assert.equal(status, 401);
  assert.equal((await request.allHeaders()).authorization, undefined);
  await swagger.page.locator('#notice', { hasText: 'Your session has ended' }).waitFor();
}
