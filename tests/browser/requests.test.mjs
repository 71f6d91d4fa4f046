// What HTTP says around the pages: requests that are wrong, what may be kept, what is sent packed,
// what a page may load, and how much it weighs.
import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { request } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { after, before, test } from 'node:test';
import { SAMPLES, start } from './site.mjs';

let site, address, open, story, article, pages;

before(async () => {
  site = await start(() => [[SAMPLES]]);
  ({ address, open } = site);
  const { stories } = await (await fetch(`${address}/api/stories`)).json();
  story = stories.find(({ accounts }) => accounts.length === 4).id;
  article = (await (await fetch(`${address}/story/${story}`)).text()).match(/\/article\/(\w+)/)[1];
  pages = ['/', '/?q=ferry', '/articles', '/entities', '/entity/indonesia', '/about', `/story/${story}`, `/article/${article}`,
    `/article/${article}?from=1&to=200`, `/article/${article}/history`];
});

after(() => site?.stop());

// One request as it stands, with none of what fetch adds; { status, headers, body: Buffer }.
function ask(path, { method = 'GET', headers = {} } = {}) {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path, method, headers }, (answer) => {
      const parts = [];
      answer.on('data', (part) => parts.push(part));
      answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts) }));
    }).on('error', reject).end();
  });
}

// Bytes on the line; the answer's status.
function send(text) {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    let said = '';
    const socket = connect(Number(port), hostname, () => socket.write(text));
    socket.setTimeout(5000, () => socket.destroy(new Error('no answer')));
    socket.on('data', (bytes) => { said += bytes; });
    socket.on('end', () => { socket.end(); resolve(Number(said.match(/^HTTP\/1\.[01] (\d+)/)?.[1])); });
    socket.on('error', reject);
  });
}

test('only reading is answered; the answer says so', async () => {
  for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE']) {
    const { status, headers } = await ask('/', { method });
    assert.equal(status, 405, method);
    assert.equal(headers.allow, 'GET, HEAD', method);
  }
  assert.equal(await send('BREW / HTTP/1.1\r\nHost: localhost\r\n\r\n'), 501);
  for (const path of pages) {
    const [get, head] = await Promise.all([ask(path), ask(path, { method: 'HEAD' })]);
    assert.equal(head.status, 200, path);
    assert.equal(head.body.length, 0, path);
    assert.equal(head.headers['content-length'], String(get.body.length), path);
    assert.equal(head.headers.etag, get.headers.etag, path);
  }
});

test('what is not there is a page that says so, whatever stands for its name', async () => {
  for (const path of ['/nope', '/story/', '/story/nope', '/story/s0', `/story/${story}x`, `/story/${story}.pdf`, `/story/${story}/nope.svg`, '/article/', '/article/nope',
    '/article/../../etc/passwd', '/article/%2e%2e%2f%2e%2e%2fetc%2fpasswd', '/article/%00', `/article/${article}%00`, '/article/nope/history', '/entity/',
    '/entity/nope', '/entity/%27%20OR%201%3D1', '/entry/nope', '/feed/nope.atom', '/feed/story/nope.atom', '/style.css/', '/%FF%FE', `/story/${'s'.repeat(3000)}`]) {
    const { status, headers, body } = await ask(path);
    assert.equal(status, 404, path);
    if (path.startsWith('/feed/')) continue; // for programs
    assert.match(headers['content-type'], /^text\/html; charset=utf-8$/, path);
    assert.match(body.toString(), /<h1>There is no such (page|name)<\/h1>/, path);
    assert.doesNotMatch(body.toString(), /passwd|sqlite|\.cpp|OR 1/i, path);
  }
  for (const path of ['/api/nope', '/api/story/nope', '/api/article/nope', '/api/article/nope/history']) {
    const { status, headers, body } = await ask(path);
    assert.equal(status, 404, path);
    assert.match(headers['content-type'], /^application\/problem\+json/, path);
    assert.equal(JSON.parse(body.toString()).status, 404, path);
  }
});

test('a parameter that is none is said to be', async () => {
  for (const path of ['/?page=0', '/?page=-1', '/?page=two', '/?page=99999999999', '/?lang=%3Cb%3E', '/?show=x', '/articles?page=1.5', `/article/${article}?from=a&to=2`,
    '/api/stories?page=x']) {
    const { status, body } = await ask(path);
    assert.equal(status, 400, path);
    assert.doesNotMatch(body.toString(), /<b>/, path);
  }
  for (const path of ['/?page=99999', `/article/${article}?from=9999999&to=10000000`, `/article/${article}?from=9&to=2`, '/?unknown=1', '/?&&==&q', '/?q=%', '/?q=%zz']) {
    assert.equal((await ask(path)).status, 200, path);
  }
});

test('an address, a header or a body that is too long is refused in time', async () => {
  assert.equal((await ask(`/?q=${'a'.repeat(8100)}`)).status, 200);
  assert.equal((await ask(`/?q=${'a'.repeat(8200)}`)).status, 414);
  assert.equal(await send(`GET /${'a'.repeat(100000)} HTTP/1.1\r\nHost: localhost\r\n\r\n`), 414);
  assert.equal(await send(`GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'a'.repeat(20000)}\r\n\r\n`), 431);
  assert.equal(await send('GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 999999\r\n\r\n'), 413);
  assert.equal(await send('GET / HTTP/9.9\r\nHost: localhost\r\n\r\n'), 505);
  assert.equal(await send('nonsense\r\n\r\n'), 400);
  assert.equal((await fetch(address)).status, 200, 'and it goes on');
});

test('it answers to its own names only', async () => {
  for (const host of ['localhost', 'localhost:1234', 'news.localhost', '127.0.0.1', '[::1]:80', '192.0.2.7']) {
    assert.equal((await ask('/', { headers: { host } })).status, 200, host);
  }
  for (const host of ['rebound.example', 'localhost.example', '127.0.0.1.example', 'evil.example:8440']) {
    const { status, body } = await ask('/', { headers: { host } });
    assert.equal(status, 421, host);
    assert.doesNotMatch(body.toString(), /class="card"/, host);
  }
  for (const host of ['', 'a b', '<b>', 'localhost/x']) {
    const status = await send(`GET / HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
    assert.ok(status === 400 || status === 421, `${host}: ${status}`);
  }
  assert.equal(await send('GET / HTTP/1.1\r\n\r\n'), 400);
  assert.equal(await send('GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n'), 400);
});

test('a page is packed for those who take it, and the same for those who do not', async () => {
  for (const path of pages) {
    const plain = await ask(path);
    assert.equal(plain.headers['content-encoding'], undefined, path);
    for (const refused of ['identity', 'br', 'gzip;q=0', 'gzip;q=0, *']) {
      assert.equal((await ask(path, { headers: { 'accept-encoding': refused } })).headers['content-encoding'], undefined, refused);
    }
    for (const taken of ['gzip', 'br, gzip;q=0.5', '*', 'x-gzip']) {
      const packed = await ask(path, { headers: { 'accept-encoding': taken } });
      assert.equal(packed.headers['content-encoding'], 'gzip', taken);
      assert.ok(gunzipSync(packed.body).equals(plain.body), `${path} ${taken}`);
      assert.match(packed.headers.vary, /Accept-Encoding/);
    }
  }
});

test('what the client has is not sent again, and what is kept is asked about', async () => {
  for (const path of [...pages, '/style.css', '/icon.svg', `/story/${story}.md`, `/api/story/${story}`, '/feed/all.atom']) {
    const { headers } = await ask(path);
    assert.equal(headers['cache-control'], 'no-cache', path);
    assert.match(headers.etag, /^"[0-9a-f]{16}"$/, path);
    const again = await ask(path, { headers: { 'if-none-match': headers.etag } });
    assert.equal(again.status, 304, path);
    assert.equal(again.body.length, 0, path);
    assert.equal(again.headers.etag, headers.etag, path);
    assert.equal((await ask(path, { headers: { 'if-none-match': '"other"' } })).status, 200, path);
    const packed = await ask(path, { headers: { 'accept-encoding': 'gzip' } });
    const unpacked = await ask(path, { headers: { 'if-none-match': packed.headers.etag } });
    assert.equal(unpacked.status, 304, `${path}: packed or not, it is the same`);
  }
});

test('every answer has its policy, wrong ones too', async () => {
  for (const path of [...pages, '/style.css', '/icon.svg', `/story/${story}.md`, `/story/${story}/provenance.svg`, '/feed/all.atom', `/api/story/${story}`,
    '/nope', '/?page=two', '/api/nope', `/?q=${'a'.repeat(9000)}`]) {
    const { headers } = await ask(path);
    const policy = headers['content-security-policy'] ?? '';
    for (const part of ["default-src 'none'", "style-src 'self'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'"]) {
      assert.ok(policy.includes(part), `${path}: ${part} in ${policy}`);
    }
    assert.doesNotMatch(policy, /unsafe|script-src|\*/, path);
    assert.equal(headers['x-content-type-options'], 'nosniff', path);
    assert.equal(headers['referrer-policy'], 'no-referrer', path);
    assert.equal(headers['set-cookie'], undefined, path);
  }
});

test('a page loads its style sheet and icon, nothing else from anywhere', async () => {
  for (const path of [...pages, '/nope']) {
    const { page, close } = await open('/healthz', { javaScriptEnabled: true });
    const asked = [], refused = [];
    page.on('request', (one) => asked.push(one.url()));
    page.on('console', (message) => { if (/Content Security Policy/i.test(message.text())) refused.push(message.text()); });
    await page.goto(address + path, { waitUntil: 'networkidle' });
    const others = asked.filter((url) => ![address + path, `${address}/style.css`, `${address}/icon.svg`].includes(url));
    assert.deepEqual(others, [], path);
    assert.deepEqual(refused, [], `${path} keeps to its own policy`);
    assert.equal(await page.locator('script, iframe, [style], main style').count(), 0, path);
    await close();
  }
});

test('pages are light', async () => {
  const size = async (path) => (await ask(path, { headers: { 'accept-encoding': 'gzip' } })).body.length;
  for (const path of pages) {
    const packed = await size(path);
    assert.ok(packed < 24_000, `${path}: ${packed} bytes`);
  }
  assert.ok(await size('/style.css') < 12_000);
});
