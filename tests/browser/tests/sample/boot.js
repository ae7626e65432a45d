// Does in small what the app's boot does: a second module by import(), data by fetch with integrity,
// then a store that may be blocked. Change it, and change its integrity in index.html.
const link = document.getElementById('data');
const [{ openStore }, data] = await Promise.all([
  import('./store.js'),
  fetch(link.href, { integrity: link.integrity }).then((answer) => answer.json()),
]);
const app = document.getElementById('app');
const field = app.querySelector('textarea');
const status = app.querySelector('[role=status]');
const say = (state) => {
  status.dataset.save = state;
  status.textContent = data[state];
};
const store = openStore();
field.value = store.read() ?? '';
say(store.lasting ? 'idle' : 'memory');
field.addEventListener('input', () => {
  store.write(field.value);
  say(store.lasting ? 'saved' : 'memory');
});
const place = () => { app.dataset.route = location.hash.slice(1); };
addEventListener('hashchange', place);
place();
performance.mark('terugblik:ready');
