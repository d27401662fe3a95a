import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

/**
 * A Chromium without a window: the one of the environment's `CHROMIUM`, or the system's.
 * @throws Error where there is none
 */
export const openBrowser = () =>
  chromium.launch({ executablePath: program(), args: ['--no-sandbox', '--disable-gpu'] });

/** The browser's path: the library wants it whole. */
function program() {
  const { CHROMIUM = 'chromium', PATH = '' } = process.env;
  if (CHROMIUM.includes('/')) return CHROMIUM;
  const found = PATH.split(':')
    .map((place) => join(place, CHROMIUM))
    .find((path) => existsSync(path));
  if (!found) throw new Error(`There is no ${CHROMIUM} here. Install it, or name a browser in CHROMIUM.`);
  return found;
}
