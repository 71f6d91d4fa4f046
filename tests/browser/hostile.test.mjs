// Documents that would run script, break out of their element or lead elsewhere: nothing of them is
// anything but text, though these pages are looked at with script on and the policy off.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { article, start } from './site.mjs';

const SCRIPT = '<script>window.ran = 1</script>';
const IMAGE = '"><img src=x onerror="window.ran = 1">';
const CLOSE = '</title></h1></main><svg onload="window.ran = 1">\'"';
let site, address, open;

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

before(async () => {
  site = await start((folder) => {
    const told = (killed, more) => `A ferry sank off Paramaribo on Tuesday, and ${killed} people were killed, ${SCRIPT} police said.\n\n${more}`;
    article(folder, { path: 'in/a.md', outlet: `The ${IMAGE} Quay`, lang: 'en', at: '2026-03-10T08:00:00Z',
      title: `Ferry sinks off Paramaribo ${SCRIPT}`, text: told(14, `"We saw it ${IMAGE}," said Jan ${SCRIPT} Kroon, a baker.`) });
    article(folder, { path: 'in/b.md', outlet: `Harbour${SCRIPT}`, lang: 'en', at: '2026-03-10T09:00:00Z',
      title: `Paramaribo ferry disaster ${CLOSE}`, text: told(17, `The minister of works ${CLOSE} visited Paramaribo. [a](javascript:window.ran=1)`) });
    // What a page says of itself, its addresses among it.
    writeFileSync(join(folder, 'in', 'c.html'), `<html lang="en"><head><title>${escaped(`Ferry ${CLOSE} off Paramaribo`)}</title>
<link rel="canonical" href="javascript:window.ran=1"><meta property="og:site_name" content="${escaped(`Coast ${IMAGE}`)}">
<meta name="author" content="${escaped(`Ana ${IMAGE}`)}"><meta name="keywords" content="${escaped(`ferry, ${SCRIPT}`)}">
<meta property="article:published_time" content="2026-03-10T10:00:00Z"></head><body><article>
<h1>${escaped(`Ferry ${CLOSE} off Paramaribo`)}</h1>
<p class="byline">By <a rel="author" href="javascript:window.ran=1">${escaped(`Ana ${IMAGE}`)}</a></p>
<p>${escaped(`A ferry sank off Paramaribo on Tuesday and 14 people were killed, the police ${IMAGE} said.`)}</p>
<p>${escaped(`Divers of the navy ${SCRIPT} searched until the evening. ${CLOSE}`)}</p></article></body></html>`);
    return [[join(folder, 'in')]];
  });
  ({ address, open } = site);
});

after(() => site?.stop());

test('nothing of a document runs, loads or leaves its place', async () => {
  const { stories } = await (await fetch(`${address}/api/stories`)).json();
  assert.equal(stories.length, 1);
  const [{ id, articles }] = stories;
  const paths = ['/', '/?q=Paramaribo', '/?q=script', '/articles', '/entities', `/story/${id}`];
  for (const one of articles ?? []) paths.push(`/article/${one.id ?? one}`, `/article/${one.id ?? one}/history`);
  const entries = await (await fetch(`${address}/feed/differences.atom`)).text();
  const entry = entries.match(/\/entry\/[0-9a-f-]+/);
  if (entry) paths.push(entry[0]);
  for (const path of paths) {
    const { page, response, close } = await open('/healthz', { javaScriptEnabled: true, bypassCSP: true });
    assert.equal(response.status(), 200);
    const elsewhere = [];
    page.on('request', (request) => {
      const ours = request.url().startsWith(`${address}/`) && (request.isNavigationRequest() || /\/(style\.css|icon\.svg)$/.test(request.url()));
      if (!ours) elsewhere.push(request.url());
    });
    page.on('dialog', (dialog) => assert.fail(dialog.message()));
    const answer = await page.goto(address + path);
    assert.equal(answer.status(), 200, path);
    assert.equal(await page.evaluate(() => window.ran), undefined, path);
    assert.deepEqual(elsewhere, [], path);
    assert.equal(await page.locator('script, img, iframe, object, main style, [onload], [onerror], svg[onload]').count(), 0, path);
    assert.equal(await page.locator('main').count(), 1, path);
    assert.equal(await page.locator('main h1').count(), 1, path);
    assert.equal(await page.locator('a[href^="javascript" i]').count(), 0, path);
    assert.equal(await page.locator('body > footer').count(), 1, `${path}: nothing closed the page's main part`);
    await close();
  }
  assert.ok(paths.length >= 12, paths.join(' '));
});

test('what stands in a document is shown as it stands there', async () => {
  const { page, close } = await open('/articles');
  const titles = await page.locator('.rows a[lang]').allTextContents();
  assert.ok(titles.some((title) => title.includes(SCRIPT)), titles.join('\n'));
  const text = await page.locator('main').textContent();
  assert.ok(text.includes('<img src=x'), 'in an outlet');
  await close();
});

test('drawings, Markdown and feeds hold, too', async () => {
  const { stories: [{ id }] } = await (await fetch(`${address}/api/stories`)).json();
  const { page, close } = await open('/healthz', { javaScriptEnabled: true, bypassCSP: true });
  const drawing = await page.goto(`${address}/story/${id}/provenance.svg`);
  assert.match(drawing.headers()['content-type'], /image\/svg\+xml/);
  assert.equal(await page.evaluate(() => window.ran), undefined);
  assert.equal(await page.locator('script, img, foreignObject').count(), 0);
  for (const kind of ['all', 'differences', 'singles', `story/${id}`]) {
    const xml = await (await fetch(`${address}/feed/${kind}.atom`)).text();
    const [broken, entries] = await page.evaluate((text) => {
      const parsed = new DOMParser().parseFromString(text, 'text/xml');
      return ['parsererror', 'entry'].map((name) => parsed.querySelectorAll(name).length);
    }, xml);
    assert.equal(broken, 0, kind);
    assert.ok(entries > 0 || kind === 'singles', kind);
  }
  const text = await (await fetch(`${address}/story/${id}.md`)).text();
  assert.doesNotMatch(text, /(^|[^\\])<script>/, 'in Markdown it is escaped');
  await close();
});
