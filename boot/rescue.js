// The page for when the program breaks, or does not start: what is on screen stays to read and to copy, and everything
// that is kept can be taken along as it stands. It asks nothing of the program. WORDS are put before it by xtask.
const root = document.documentElement;
const words = WORDS[root.lang] ?? Object.values(WORDS)[0];
const box = document.querySelector('[data-start-failed]');
const started = performance.getEntriesByName('terugblik:ready').length > 0;

// No listener of a program that broke hears anything any more. What it began before and ends later cannot write: boot.js
// saw to that.
const SIGNALS = ['beforeunload', 'pagehide', 'pageshow', 'visibilitychange', 'hashchange', 'storage', 'beforeprint'];
for (const signal of SIGNALS) addEventListener(signal, (event) => event.stopImmediatePropagation(), true);

// A picture of the page takes its place, so that nothing is drawn over it. Its fields can be written in; ways to other
// places would lead nowhere.
const app = document.querySelector('#app');
const FIELDS = 'textarea, input:not([type]), input[type=text]';
const fieldsOf = (page) => [...page.querySelectorAll(FIELDS)];
const still = app.cloneNode(true);
const old = fieldsOf(app);
const here = old.indexOf(document.activeElement);
const [start, end] = here < 0 ? [] : [old[here].selectionStart, old[here].selectionEnd];
fieldsOf(still).forEach((field, at) => (field.value = old[at].value));
for (const link of still.querySelectorAll('a[href^="#"]')) link.removeAttribute('href');
for (const button of still.querySelectorAll('button')) button.disabled = true;
// Whatever it said about saving is no longer true.
for (const line of still.querySelectorAll('[data-save]')) line.remove();
app.replaceWith(still);
if (here >= 0) {
  const field = fieldsOf(still)[here];
  field.focus({ preventScroll: true });
  field.setSelectionRange(start, end);
}

// What stands in fields, by the id of the prompt; a field that is not the whole of its prompt, by what it is called.
function typed() {
  const texts = {};
  for (const field of fieldsOf(still)) {
    const owner = field.closest('[data-prompt]')?.dataset.prompt;
    const name = field.dataset.prompt ?? [owner, field.dataset.slot ?? field.id].filter(Boolean).join(':');
    // A prompt stands there twice while the program is about to take over: the one with more in it.
    if (name && field.value.trim() && field.value.length >= (texts[name] ?? '').length) texts[name] = field.value;
  }
  return texts;
}

function local() {
  const ours = Object.keys(localStorage).filter((name) => name.startsWith('terugblik/'));
  return Object.fromEntries(ours.map((name) => [name, localStorage.getItem(name)]));
}

const answered = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = request.onblocked = () => reject(request.error ?? new Error('blocked'));
  });

// Looking makes no database where there is none.
async function indexed() {
  const found = { records: {}, history: {} };
  const request = indexedDB.open('terugblik');
  let none = false;
  request.onupgradeneeded = () => {
    none = true;
    request.transaction.abort();
  };
  const database = await answered(request).catch((error) => {
    if (!none) throw error;
  });
  for (const name of Object.keys(found)) {
    if (!database?.objectStoreNames.contains(name)) continue;
    const store = database.transaction(name).objectStore(name);
    const [keys, texts] = await Promise.all([answered(store.getAllKeys()), answered(store.getAll())]);
    found[name] = Object.fromEntries(keys.map((key, at) => [key, texts[at]]));
  }
  database?.close();
  return found;
}

// A browser that never answers may not keep the rest from being taken along.
const soon = (promise) => Promise.race([promise, new Promise((_, reject) => setTimeout(reject, 6000))]);

async function take() {
  const file = { format: 'terugblik-raw', version: 1, exportedAt: new Date().toISOString().replace(/\.\d+/, '') };
  Object.assign(file, { local: {}, records: {}, history: {}, typed: typed() });
  let whole = true;
  for (const read of [async () => ({ local: local() }), indexed]) {
    try {
      Object.assign(file, await soon(read()));
    } catch {
      whole = false;
    }
  }
  // Half a character, which only damage brings, would make the file unreadable as a whole.
  const mended = (_, value) => (typeof value === 'string' && value.toWellFormed ? value.toWellFormed() : value);
  const blob = new Blob([JSON.stringify(file, mended, 1), '\n'], { type: 'application/json' });
  const name = `terugblik-raw-${file.exportedAt.slice(0, 10)}.json`;
  const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(blob), download: name });
  document.body.append(link);
  link.click();
  link.remove();
  told.textContent = [words.done.replace('{name}', name), whole ? '' : words.part].join(' ');
}

function element(tag, className, text) {
  return Object.assign(document.createElement(tag), { className, textContent: text });
}

function button(className, text, press) {
  return Object.assign(element('button', `button button--small ${className}`, text), { type: 'button', onclick: press });
}

const told = element('p', '', '');
told.role = 'status';
const ways = element('p', 'row', '');
const reload = button('button--quiet', words.reload, () => location.reload());
reload.dataset.reload = '';
const download = button('', words.download, take);
download.dataset.raw = '';
ways.append(download, ' ', reload);
const title = element('p', '', '');
title.append(element('strong', '', started ? words.broke : words.failed));
box.replaceChildren(title, element('p', '', words.text), ways, told);
if (!started) box.append(element('p', '', words.old));
box.scrollIntoView();
