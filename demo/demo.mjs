/**
 * Plays the whole product through the SDK against a fresh server: from a delivery company's sign-up to the recipient's
 * door and back into the store. Every number it prints is checked; it exits with status 1 when one differs.
 *
 *   npm run demo
 */
import { Waybill } from '../sdk/dist/esm/index.js';
import * as account from './chapters/account.mjs';
import * as byHand from './chapters/by-hand.mjs';
import * as departure from './chapters/departure.mjs';
import * as doors from './chapters/doors.mjs';
import * as following from './chapters/following.mjs';
import * as invitation from './chapters/invitation.mjs';
import * as planning from './chapters/planning.mjs';
import * as proof from './chapters/proof.mjs';
import * as signUp from './chapters/sign-up.mjs';
import * as spreadsheet from './chapters/spreadsheet.mjs';
import * as storeTold from './chapters/store-told.mjs';
import * as store from './chapters/store.mjs';
import * as submitting from './chapters/submitting.mjs';
import * as trackingOnly from './chapters/tracking-only.mjs';
import * as webhooks from './chapters/webhooks.mjs';
import { openStage } from './stage.mjs';
import { perform, say, step } from './tell.mjs';

const chapters = [
  signUp,
  invitation,
  following,
  spreadsheet,
  byHand,
  store,
  submitting,
  planning,
  departure,
  doors,
  webhooks,
  proof,
  storeTold,
  trackingOnly,
  account,
];

step('Starting a fresh Waybill, and a stand-in for Shopify');
const stage = await openStage();
say(`Waybill answers at ${stage.url}, the stand-in at ${stage.stubUrl}.`);

/** What the chapters so far have left for the next ones. */
const day = { ...stage, anyone: new Waybill({ baseUrl: stage.url }) };

async function playAll() {
  for (const [n, { title, play }] of chapters.entries()) {
    step(`${n + 1}. ${title}`);
    Object.assign(day, await play(day));
  }
  console.log('\nDone.');
}

await perform(playAll, async () => {
  day.live?.close();
  day.inbox?.close();
  await stage.stop();
});
