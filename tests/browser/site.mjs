// A store of given documents, served, and a headless Chromium to look at it: what the tests share.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { chromium } from 'playwright-core';

export const { SYNOPTIC, SAMPLES, SCREENSHOTS } = process.env;

const executablePath = process.env.CHROMIUM ??
  ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);

// `make(folder)` writes documents and gives the lists of paths that are added one after another.
export async function start(make) {
  mkdirSync(SCREENSHOTS, { recursive: true });
  const folder = mkdtempSync(join(tmpdir(), 'synoptic-pages-'));
  const store = join(folder, 'pages.db');
  for (const what of make(folder)) {
    const added = spawnSync(SYNOPTIC, ['add', '--store', store, ...what], { encoding: 'utf8' });
    if (added.status !== 0) throw new Error(added.stderr);
  }
  const server = spawn(SYNOPTIC, ['serve', '--store', store, '--port', '0'], { stdio: ['ignore', 'ignore', 'pipe'] });
  const address = await new Promise((resolve, reject) => {
    let said = '';
    server.stderr.on('data', (bytes) => {
      said += bytes;
      const found = said.match(/http:\/\/[^ \n]+/);
      if (found) resolve(found[0].replace(/\/$/, ''));
    });
    server.on('exit', () => reject(new Error(`the server ended: ${said}`)));
  });
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
      '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
  return {
    address,
    browser,
    async open(path, options = {}) {
      const context = await browser.newContext({ javaScriptEnabled: false, ...options });
      const page = await context.newPage();
      const response = await page.goto(address + path);
      return { page, response, close: () => context.close() };
    },
    async stop() {
      await browser.close();
      server.kill('SIGTERM');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export const phone = { viewport: { width: 360, height: 760 }, isMobile: true, hasTouch: true };

export const shot = (page, name, fullPage = true) =>
  page.screenshot({ path: join(SCREENSHOTS, `${name}.png`), fullPage });

// Script in the page would need JavaScript; layout is read from outside instead.
export async function overflow(page) {
  const width = page.viewportSize().width;
  const boxes = await Promise.all((await page.locator('main > *').all()).map((e) => e.boundingBox()));
  return boxes.filter((box) => box && box.x + box.width > width + 1).length;
}

// An article as a file with front matter; its path.
export function article(folder, { outlet, lang, title, at, text, path }) {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  const quoted = (value) => JSON.stringify(value);
  writeFileSync(file, `---\ntitle: ${quoted(title)}\ndate: ${at}\nsite_name: ${quoted(outlet)}\nlang: ${lang}\n` +
    `url: https://${path.replace(/\W/g, '-')}.example/\n---\n\n${text}\n`);
  return file;
}
