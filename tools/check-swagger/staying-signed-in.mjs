/* global localStorage */
import assert from 'node:assert/strict';
import { SwaggerPage } from './swagger-page.mjs';

const held = (swagger) => swagger.page.evaluate(() => JSON.parse(localStorage.getItem('waybill.session')));

/** Two tabs share a session over a reload, renew it at the same moment, and end it together. */
export async function staySignedIn(context, url, { email, password }) {
  const tabs = [await SwaggerPage.open(context, url), await SwaggerPage.open(context, url)];
  const [one, other] = tabs;
  await one.signIn(email, password);
  await one.visit(`${url}/docs`);
  await other.isSignedIn('Ada Park');
  const before = await held(one);

  // As after a night in which both slept.
  await one.page.evaluate(() => {
    const session = JSON.parse(localStorage.getItem('waybill.session'));
    localStorage.setItem('waybill.session', JSON.stringify({ ...session, renewAt: 0 }));
  });
  for (const tab of tabs) await tab.visit(`${url}/docs`);
  const answers = await Promise.all(tabs.map((tab) => tab.execute('getMe')));
  assert.deepEqual(
    answers.map(({ status }) => status),
    [200, 200],
  );
  const after = await held(other);
  assert.notEqual(after.refreshToken, before.refreshToken);
  assert.ok(after.renewAt > Date.now());
  console.log('Two tabs renewed one session');

  await one.signOut();
  await other.page.getByRole('button', { name: 'Sign in' }).waitFor();
  assert.equal(await held(one), null);
  console.log('Signing out of one tab signed out of both');
  assert.deepEqual([...one.complaints, ...other.complaints], []);
  for (const tab of tabs) await tab.page.close();
}
