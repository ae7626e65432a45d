// Put into every page before its own scripts: the first frame in which the text field FIELD is visible,
// and how long each key takes until the next paint. Looks once a frame and stops when it has seen it.
(() => {
  'use strict';
  const visible = (element) => {
    const { width, height } = element.getBoundingClientRect();
    return width > 0 && height > 0 && getComputedStyle(element).visibility === 'visible';
  };
  const fields = () => [...document.querySelectorAll(FIELD)].filter(visible);
  const keys = [];
  let field = null;
  const look = () => {
    if (fields().length > 0) field = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  // A task posted from a frame's callback runs after that frame was painted.
  const { port1, port2 } = new MessageChannel();
  let pressed = null;
  port1.onmessage = () => {
    keys.push(performance.now() - pressed);
    pressed = null;
  };
  addEventListener('keydown', ({ timeStamp }) => {
    pressed = timeStamp;
    requestAnimationFrame(() => port2.postMessage(0));
  }, true);
  const start = (list) => list[0]?.startTime ?? null;
  window.__bench = {
    read: () => ({
      field,
      painted: start(performance.getEntriesByName('first-contentful-paint')),
      ready: start(performance.getEntriesByName('terugblik:ready')),
    }),
    count: () => fields().length,
    focus: () => fields()[0].focus(),
    // What stood there before is not what is measured.
    empty: () => fields()[0].setSelectionRange(0, fields()[0].value.length),
    text: () => fields()[0].value,
    keys: () => keys.splice(0),
  };
})();
