// Added by the test server at the start of <head>: remembers what a page complains about. It is the
// only witness in WebKitGTK, and a second one in Chromium and Firefox (whose drivers do not report
// policy violations everywhere).
(() => {
  'use strict';
  const complaints = [];
  const note = (kind, text) => complaints.push(`${kind}: ${text}`);
  const words = (value) => {
    if (value instanceof Error) return `${value.name}: ${value.message}`;
    if (typeof value === 'string') return value;
    try {
      return JSON.stringify(value) ?? String(value);
    } catch {
      return String(value);
    }
  };
  Object.defineProperty(window, '__probe', { value: complaints });
  document.addEventListener('securitypolicyviolation', (event) => {
    const place = `${event.sourceFile || event.documentURI}:${event.lineNumber}`;
    note('policy', `${event.effectiveDirective} refuses ${event.blockedURI || 'inline'} ${event.sample} (${place})`);
  });
  // With `true`: a file that does not load does not bubble.
  window.addEventListener('error', (event) => {
    const { target } = event;
    if (target && target !== window) note('load', `<${target.localName}> ${target.src || target.href || ''}`);
    else note('error', `${event.message} (${event.filename}:${event.lineno})`);
  }, true);
  window.addEventListener('unhandledrejection', (event) => note('rejection', words(event.reason)));
  // What a person saw until the program was there, frame by frame: the language and the headings in view.
  const frames = [];
  const visible = (heading) => heading.getClientRects().length > 0 && getComputedStyle(heading).visibility === 'visible';
  const look = () => {
    const headings = [...document.querySelectorAll('h1')].filter(visible).map((heading) => heading.innerText);
    const frame = [document.documentElement.lang, ...headings].join(' | ');
    if (frames.at(-1) !== frame) frames.push(frame);
    if (performance.getEntriesByName('terugblik:ready').length === 0) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  Object.defineProperty(window, '__frames', { value: frames });
  // Every door to what a browser keeps, and whether the page opened it.
  const opened = new Set();
  const doors = [[window, 'localStorage'], [window, 'sessionStorage'], [window, 'indexedDB'], [window, 'caches'],
    [Document.prototype, 'cookie']];
  const watched = [];
  for (const [holder, name] of doors) {
    let owner = holder;
    while (owner && !Object.getOwnPropertyDescriptor(owner, name)) owner = Object.getPrototypeOf(owner);
    const found = owner && Object.getOwnPropertyDescriptor(owner, name);
    if (!found?.get || !found.configurable) continue;
    const get = function () {
      opened.add(name);
      return found.get.call(this);
    };
    Object.defineProperty(owner, name, { ...found, get });
    watched.push(name);
  }
  Object.defineProperty(window, '__doors', { value: { opened, watched } });
  const original = console.error;
  console.error = (...values) => {
    note('console', values.map(words).join(' '));
    original.apply(console, values);
  };
})();
