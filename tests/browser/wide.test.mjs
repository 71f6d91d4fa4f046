// Words that no line can hold, in every place that a document fills: no page grows wider than its
// window.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { article, shot, start } from './site.mjs';

const NAME = 'Q' + 'uay'.repeat(300);
let site, address, open;

before(async () => {
  site = await start((folder) => {
    const told = (killed) => `A ferry sank off Paramaribo on Tuesday, and ${killed} people were killed, ${NAME} Kroon said.\n\nDivers of the ${NAME} searched Paramaribo until the evening, said Jan ${NAME}, a baker.`;
    for (const [path, killed, hour] of [['a', 14, '08'], ['b', 17, '09'], ['c', 14, '']]) {
      article(folder, { path: `in/${path}.md`, outlet: `${path}${'outlet'.repeat(90)}`, lang: 'en',
        at: hour ? `2026-03-10T${hour}:00:00Z` : '', title: `Ferry ${NAME} sinks off Paramaribo`, text: told(killed) });
    }
    return [[join(folder, 'in')]];
  });
  ({ address, open } = site);
});

after(() => site?.stop());

for (const width of [360, 1280]) {
  test(`pages of long words are ${width} pixels wide`, async () => {
    const { stories } = await (await fetch(`${address}/api/stories`)).json();
    const paths = ['/', '/articles', '/entities', '/?q=Paramaribo'];
    for (const { id, articles } of stories) {
      paths.push(`/story/${id}`);
      for (const one of articles) paths.push(`/article/${one.id ?? one}`, `/article/${one.id ?? one}/history`);
    }
    for (const path of paths) {
      const { page, close } = await open(path, { javaScriptEnabled: true, viewport: { width, height: 760 } });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      if (path.startsWith('/story/')) await shot(page, `wide-${width}`);
      assert.ok(wide <= width, `${path} is ${wide} pixels wide`);
      await close();
    }
  });
}
