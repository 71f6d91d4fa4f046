// A story that fifty outlets tell each in its own words, and one of two.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { article, overflow, phone, shot, start } from './site.mjs';

const OUTLETS = 50;
let site, address, open, large, small;

// Same event, other words: people of many names, who tell what they saw.
function fifty(folder) {
  let seed = 7;
  const one = (list) => {
    seed = (seed * 48271) % 2147483647;
    return list[(seed >> 8) % list.length];
  };
  const said = ['the fire service', 'police', 'the interior ministry', 'the Red Cross'];
  const leads = [
    (n, who) => `A bridge over the Suriname river collapsed in Paramaribo on Tuesday, killing ${n} people, ${who} said.`,
    (n, who) => `In the capital of Suriname ${n} people were killed on Tuesday when the old bridge of Paramaribo gave way under a lorry, according to ${who}.`,
    (n, who) => `The bridge of Paramaribo fell into the Suriname river on Tuesday; ${n} people were killed, ${who} reported.`,
    (n, who) => `${n} people were killed when a bridge collapsed in Paramaribo, Suriname, on Tuesday, ${who} announced.`];
  const titles = [() => 'Bridge collapses in Paramaribo', (n) => `Paramaribo bridge falls, ${n} dead`, (n) => `Suriname: bridge collapse kills ${n}`,
    () => 'Suriname mourns after bridge collapse in Paramaribo'];
  const names = 'Alma Boro Cato Dina Emil Fara Gino Hana Ivo Jana Karo Lena Milo Nora Otis Pia Rene Sami Tova Uli'.split(' ');
  const families = 'Kroon Sand Vliet Park Bergen Held Zorg'.split(' ');
  const trades = 'baker driver nurse teacher fisherman clerk mechanic tailor student carpenter'.split(' ');
  const seen = 'the lorry brake hard|the rail bend|people run for the bank|lamps go out|boats turn back|a bus stop in time|dust rise over the water'.split('|');
  const witness = () => `${one(names)} ${one(families)}, a ${one(trades)} from ${one(['Lelydorp', 'Albina', 'Moengo', 'Meerzorg', 'Groningen'])}, ` +
    `${one(['saw', 'heard', 'watched', 'noticed', 'filmed'])} ${one(seen)} and ${one(['saw', 'heard', 'watched', 'noticed', 'filmed'])} ${one(seen)}.`;
  for (let i = 0; i < OUTLETS; ++i) {
    const killed = i === 0 ? 15 : one([14, 14, 14, 14, 15]), who = one(said);
    const outlet = `${['Northern', 'Southern', 'Eastern', 'Western', 'Old'][Math.floor(i / 10)]} ${'Quay Harbour Ledger Star Courier Lantern Tide Beacon Post Herald'.split(' ')[i % 10]}`;
    article(folder, { path: `many/${i}.md`, outlet, lang: 'en', at: `2026-03-10T${String(8 + Math.floor(i / 6)).padStart(2, '0')}:${String(i * 7 % 60).padStart(2, '0')}:00Z`,
      title: titles[i % 4](killed), text: [leads[(i + Math.floor(i / 4)) % 4](killed, who), ...Array.from({ length: 5 }, witness)].join('\n\n') });
  }
}

before(async () => {
  site = await start((folder) => {
    fifty(folder);
    article(folder, { path: 'few/a.md', outlet: 'Valletta Post', lang: 'en', at: '2026-05-02T08:00:00Z', title: 'Ferry runs aground off Gozo, three hurt',
      text: 'A ferry ran aground off Gozo in Malta on Friday and three people were injured, the coastguard said.\n\nThe ferry carried 140 passengers.' });
    article(folder, { path: 'few/b.md', outlet: 'صدى البحر', lang: 'ar', at: '2026-05-02T09:00:00Z', title: 'جنوح عبارة قبالة غوزو وإصابة خمسة',
      text: 'جنحت عبارة قبالة جزيرة غوزو في مالطا يوم الجمعة وأصيب خمسة أشخاص، وفق خفر السواحل.\n\nوكانت العبارة تقل 140 راكبا.' });
    for (let i = 0; i < 60; ++i) {
      article(folder, { path: `notes/${i}.md`, outlet: 'Notebook', lang: 'en', at: `2025-0${1 + i % 9}-1${i % 10}T0${i % 10}:00:00Z`, title: `Note ${i} from the market`,
        text: `Stall ${i * 7} at the market of Paramaribo sold ${i + 3} baskets of fruit that week.` });
    }
    return [[folder + '/many', folder + '/few', folder + '/notes']];
  });
  ({ address, open } = site);
  const { stories } = await (await fetch(`${address}/api/stories`)).json();
  large = stories.find(({ accounts }) => accounts.length === OUTLETS);
  small = stories.find(({ accounts, languages }) => accounts.length === 2 && languages.includes('ar'));
  assert.ok(large, stories.map(({ accounts }) => accounts.length).join(' '));
  assert.ok(small);
});

after(() => site?.stop());

test('of fifty accounts what most say stands first, with a bar and those who say it', async () => {
  const { page, close } = await open(`/story/${large.id}`, { viewport: { width: 1280, height: 900 } });
  assert.match(await page.locator('.meta').first().innerText(), /50 accounts/);
  for (const fact of await page.locator('#differ .fact').all()) {
    const counts = await Promise.all((await fact.locator('.value .quiet').all()).map(async (one) => parseInt(await one.innerText(), 10)));
    assert.ok(counts.length >= 2);
    counts.forEach((count, at) => assert.ok(at === 0 || count <= counts[at - 1], counts.join(' ')));
    assert.equal(await fact.locator('.evidence:visible').count(), counts.length, 'a sentence of each side is open');
  }
  assert.match(await page.locator('.digest li').first().innerText(), /14 \d+ of 50 \/ 15 \d+ of 50/);
  // What is not in question takes few lines; who else says it is counted, and folded away.
  const agreed = page.locator('#agree .fact').first();
  assert.equal(await agreed.locator('.chips > li:visible').count(), 6);
  assert.match(await agreed.locator('.more > summary').innerText(), /and 44 others/);
  await agreed.locator('.more > summary').focus();
  await page.keyboard.press('Enter');
  assert.equal(await agreed.locator('.chips > li:visible').count(), 50);
  await shot(page, 'story-fifty');
  await close();
});

test('fifty accounts fit a phone, a sheet and a slow line', async () => {
  const { page, close } = await open(`/story/${large.id}`, phone);
  assert.equal(await overflow(page), 0);
  const height = (await page.locator('html').boundingBox()).height;
  assert.ok(height < 30_000, `${height} px`);
  await close();
  const begun = performance.now();
  const text = await (await fetch(`${address}/story/${large.id}`)).text();
  assert.ok(performance.now() - begun < 2000);
  assert.ok(gzipSync(text).length < 64_000, `${gzipSync(text).length} bytes`);
});

test('two accounts stand side by side, each in its direction', async () => {
  for (const options of [{ viewport: { width: 1280, height: 900 } }, phone]) {
    const { page, close } = await open(`/story/${small.id}`, options);
    assert.equal(await overflow(page), 0);
    const [first, second] = await Promise.all([1, 2].map((at) => page.locator('#facts thead th').nth(at).boundingBox()));
    if (first && first.width > 0) assert.ok(second.x > first.x && Math.abs(second.width - first.width) < 2);
    for (const quote of await page.locator('#facts blockquote[lang=ar]').all()) assert.equal(await quote.getAttribute('dir'), 'rtl');
    assert.ok(await page.locator('#facts td').count() >= 4);
    await close();
  }
});

test('the keyboard reaches every value, and its focus is seen', async () => {
  const { page, close } = await open(`/story/${small.id}`, { viewport: { width: 1280, height: 900 } });
  const values = await page.locator('main summary:visible').count();
  let reached = 0;
  for (let i = 0; i < 400; ++i) {
    await page.keyboard.press('Tab');
    const [tag, outline, width] = await page.evaluate(() => {
      const { tagName } = document.activeElement, style = getComputedStyle(document.activeElement);
      return [tagName, style.outlineStyle, parseFloat(style.outlineWidth)];
    });
    if (tag === 'BODY') break;
    assert.ok(outline !== 'none' && width > 0, `${tag} has no outline`);
    if (tag === 'SUMMARY') ++reached;
  }
  assert.equal(reached, values);
  await close();
});

test('a name of many articles tells how many, and leads to all of them', async () => {
  const { page, close } = await open('/entity/paramaribo');
  assert.match(await page.locator('h2').first().innerText(), /Spoken of in 110/);
  assert.equal(await page.locator('.rows li').count(), 100);
  await page.locator('main p a').first().click();
  assert.match(await page.locator('main').innerText(), /more than 50 of \d+ articles/);
  await page.locator('a[rel=next]').click();
  assert.match(await page.locator('main').innerText(), /51 to 100 of \d+ articles/);
  await close();
});
