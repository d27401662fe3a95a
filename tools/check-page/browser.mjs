import { chromium } from 'playwright-core';

/** A Chromium without a window: the one of the environment's `CHROMIUM`, or the system's. */
export const openBrowser = () =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
